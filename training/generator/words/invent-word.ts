import type { Random } from '../random.ts';

const ONSETS = 'b br d dr f fl g gr h j k kl l m n p pr r s st t tr v w z'.split(' ');
const VOWELS = 'a e i o u ai ei ou'.split(' ');
const CODAS = ['', 'l', 'n', 'r', 's', 't', 'm', 'nd', 'rt', 'k'];
const MOST_SYLLABLES = 3;

/** A pronounceable word without a meaning in any language. */
export function inventWord(random: Random): string {
  const syllable = () => random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS);
  return Array.from({ length: random.int(1, MOST_SYLLABLES) }, syllable).join('');
}
