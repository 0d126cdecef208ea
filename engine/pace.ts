import { MAX_DOCUMENT_WORDS, TimedOut } from './time-limit.ts';

/** Turns for the event loop after equal shares of work, so that no stage holds it longer on a long document. */
export interface Pace {
  /** Notes that so many words were looked at; waits only when a turn is due. @throws TimedOut */
  spend(words: number): Promise<void>;
  /** The same inside a step that cannot wait: the turn comes with the next `spend`. @throws TimedOut */
  count(words: number): void;
}

/** Looking at a word costs a stage 3 to 10 µs, so a slice is about 10 ms and stays under 100 ms on a busy machine. */
export const WORDS_PER_TURN = 1_500;

/** Letters that count as a word: patterns read letters, and a word of a dense page has six and a blank. */
export const LETTERS_PER_WORD = 7;

/** Work is counted, not timed: inside a Worker no clock moves while code runs. `most` is for one document. */
export function createPace(pause: () => Promise<void>, most = MAX_DOCUMENT_WORDS): Pace {
  let spent = 0;
  let left = most;
  const count = (words: number) => {
    spent += words;
    left -= words;
    if (left < 0) throw new TimedOut('the document took more work than allowed');
  };
  return {
    count,
    async spend(words) {
      count(words);
      if (spent < WORDS_PER_TURN) return;
      spent = 0;
      await pause();
    },
  };
}
