import type { ReadLetter } from './decode-letters.ts';
import type { RecognisedWord } from './recogniser.ts';
import type { Strip } from './strips.ts';

/** The line reader's result for a word. */
export interface SecondReading {
  readonly text: string;
  /** Probability that all its letters are correct, in [0, 1]; 0 without letters. */
  readonly certainty: number;
}

/** Cost of a distance of one line height between letters; a different or missing letter costs 1. */
const COST_OF_DISTANCE = 0.3;
const MAX_DISTANCE = 3;

interface Place {
  readonly letter: string;
  readonly word: number;
  readonly at: number;
}

/**
 * Assigns the letters of the second reading to the words of the first by the cheapest alignment of text and position
 * (Needleman and Wunsch, 1970). The reader's spaces are not used, because it misses too many.
 */
export function shareLetters({ words, box }: Strip, read: readonly ReadLetter[]): readonly SecondReading[] {
  const letters = read.filter(({ text }) => text !== ' ');
  const width = box.a1 - box.a0;
  const places = letters.map(({ place }) => box.a0 + place * width);
  const owners = align(words.flatMap(placesOf), letters, places, box.b1 - box.b0);
  const texts = words.map(() => ({ text: '', certainty: 0 }));
  let owner = 0;
  letters.forEach(({ text, certainty }, index) => {
    owner = owners[index] ?? nearest(words, places[index] ?? 0, owner);
    const own = texts[owner];
    if (own === undefined) return;
    own.certainty = own.text === '' ? certainty : own.certainty * certainty;
    own.text += text;
  });
  return texts;
}

function placesOf({ text, box }: RecognisedWord, word: number): Place[] {
  const letters = [...text];
  const step = (box[2] - box[0]) / letters.length;
  return letters.map((letter, index) => ({ letter: letter.toLowerCase(), word, at: box[0] + (index + 0.5) * step }));
}

/** The word matched to each letter; `undefined` for a letter missing from the first reading. */
function align(
  first: readonly Place[],
  second: readonly ReadLetter[],
  places: readonly number[],
  height: number,
): readonly (number | undefined)[] {
  const across = second.length + 1;
  const costs = new Float64Array((first.length + 1) * across);
  const matchCost = (i: number, j: number) => {
    const [one, other] = [first[i - 1], second[j - 1]];
    if (one === undefined || other === undefined) return Infinity;
    const distance = Math.min(MAX_DISTANCE, Math.abs(one.at - (places[j - 1] ?? 0)) / height);
    return (one.letter === other.text.toLowerCase() ? 0 : 1) + COST_OF_DISTANCE * distance;
  };
  const costAt = (i: number, j: number) => costs[i * across + j] ?? 0;
  for (let i = 0; i <= first.length; i++) {
    for (let j = 0; j <= second.length; j++) {
      if (i === 0 || j === 0) costs[i * across + j] = i + j;
      else {
        const matched = costAt(i - 1, j - 1) + matchCost(i, j);
        costs[i * across + j] = Math.min(matched, costAt(i - 1, j) + 1, costAt(i, j - 1) + 1);
      }
    }
  }
  const owners: (number | undefined)[] = second.map(() => undefined);
  for (let i = first.length, j = second.length; i > 0 && j > 0; ) {
    if (costAt(i, j) === costAt(i - 1, j - 1) + matchCost(i, j)) {
      owners[j - 1] = first[i - 1]?.word;
      i -= 1;
      j -= 1;
    } else if (costAt(i, j) === costAt(i - 1, j) + 1) i -= 1;
    else j -= 1;
  }
  return owners;
}

/** The word nearest to a position, none before `from`: letters keep their order. */
function nearest(words: readonly RecognisedWord[], at: number, from: number): number {
  let best = from;
  let least = Infinity;
  for (let index = from; index < words.length; index++) {
    const [x0 = 0, , x1 = 0] = words[index]?.box ?? [];
    const distance = Math.max(0, x0 - at, at - x1);
    if (distance < least) [least, best] = [distance, index];
  }
  return best;
}
