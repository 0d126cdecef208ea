import type { RecognisedWord } from './recogniser.ts';
import type { SecondReading } from './share-letters.ts';

/** From here on the second reader is believed; below, only when it is much surer than the first. */
const SURE = 0.5;
const MUCH_SURER = 0.5;
/** What a word loses that only one of two readers saw, or that they read differently. */
const ALONE = 0.6;
const CONTESTED = 0.85;
/** Letters of a machine-readable zone are checked by their own digits, and its `<` is strange to the second reader. */
const ZONE = /</;

/** Letters of Latin script beyond those that the second reader has learned: in their place it sees others. */
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
 * A word after both readings. Where they agree it is `agreed` and as sure as the surer; where they differ only between
 * a letter and a digit that look alike, the rest of the word decides; else the reading that is more often right wins,
 * with less certainty, but for words with a letter that the second reader does not know. Upper and lower case are not compared: the first reading's stands.
 */
export function settleWord(word: RecognisedWord, second: SecondReading): RecognisedWord {
  if (ZONE.test(word.text)) return word;
  if (second.text === '') return { ...word, confidence: word.confidence * ALONE };
  if (word.text.toLowerCase() === second.text.toLowerCase()) {
    return { ...word, confidence: Math.max(word.confidence, second.certainty), agreed: true };
  }
  if (plain(word.text) === plain(second.text)) {
    // The second reader knows few accents, the first sees none that are not there.
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

/** The reading whose contested letters fit the others of the word; `undefined` when more than look-alikes differ. */
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
