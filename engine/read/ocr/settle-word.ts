import type { RecognisedWord } from './recogniser.ts';
import type { SecondReading } from './share-letters.ts';

/**
 * From this confidence on, the line reader wins; below it, only if it is much more confident than the first reading.
 */
const SURE = 0.5;
const MUCH_SURER = 0.5;
/** Factor on the confidence of a word that only one of two readers saw, or that they read differently. */
const ALONE = 0.6;
const CONTESTED = 0.85;
/** Letters of a machine-readable zone are verified by its check digits, and the line reader does not know its `<`. */
const ZONE = /</;

/** Latin letters outside the line reader's alphabet: it misreads them as others. */
const STRANGE = /[^\p{ASCII}£€¥§°àáäèéìíòóùúü]/u;

/** Letters and the digits that look like them. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['D', '0'],
  ['Q', '0'],
  ['I', '1'],
  ['L', '1'],
  ['Z', '2'],
  ['S', '5'],
  ['G', '6'],
  ['B', '8'],
]);

/**
 * Combines both readings of a word. If they agree, it is `agreed` and gets the higher confidence. If they differ only
 * between a letter and a digit that look alike, the rest of the word decides. Otherwise the reading that is more often
 * correct wins, with lower confidence, unless the word has a letter outside the line reader's alphabet. Case is
 * ignored: the first reading's case is kept.
 */
export function settleWord(word: RecognisedWord, second: SecondReading): RecognisedWord {
  if (ZONE.test(word.text)) return word;
  if (second.text === '') return { ...word, confidence: word.confidence * ALONE };
  if (word.text.toLowerCase() === second.text.toLowerCase()) {
    return { ...word, confidence: Math.max(word.confidence, second.certainty), agreed: true };
  }
  if (plain(word.text) === plain(second.text)) {
    // The line reader knows few accents; the first reading does not add accents that are not there.
    const accented = word.text.normalize('NFD').length >= second.text.normalize('NFD').length ? word : second;
    return { ...word, text: accented.text, confidence: Math.max(word.confidence, second.certainty) * CONTESTED };
  }
  if (STRANGE.test(word.text) && word.confidence >= SURE) {
    return { ...word, confidence: word.confidence * CONTESTED };
  }
  const alike = likelier(word.text, second.text);
  const surer = Math.max(word.confidence, second.certainty);
  if (alike !== undefined) return { ...word, text: alike, confidence: surer * CONTESTED };
  const wins = second.certainty >= SURE || second.certainty > word.confidence * MUCH_SURER;
  return wins
    ? { ...word, text: second.text, confidence: second.certainty * CONTESTED }
    : { ...word, confidence: word.confidence * CONTESTED };
}

/** The reading whose contested characters fit the rest of the word; `undefined` if more than look-alikes differ. */
function likelier(one: string, other: string): string | undefined {
  const [a, b] = [[...one], [...other]];
  if (a.length !== b.length) return undefined;
  let digits = 0;
  let letters = 0;
  for (const [index, letter] of a.entries()) {
    const rival = b[index] ?? '';
    if (letter.toLowerCase() === rival.toLowerCase()) {
      if (/\d/.test(letter)) digits += 1;
      else if (/\p{L}/u.test(letter)) letters += 1;
    } else if (digitOf(letter) !== digitOf(rival)) return undefined;
  }
  if (digits === letters) return undefined;
  return a
    .map((letter, index) => {
      const rival = b[index] ?? '';
      return letter.toLowerCase() !== rival.toLowerCase() && /\d/.test(rival) === digits > letters ? rival : letter;
    })
    .join('');
}

/** Without accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function digitOf(letter: string): string {
  return LOOK_ALIKES.get(letter.toUpperCase()) ?? letter;
}
