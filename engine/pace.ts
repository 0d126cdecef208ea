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

/**
 * The most work that one file may cost after reading, in words looked at (3 to 10 µs each), however many documents it
 * holds: about 200 seconds of the 300 a Worker has. A document of 500 dense pages takes a tenth of it.
 */
const MAX_FILE_WORDS = 40_000_000;

/** Thrown from the middle of a stage; `withTimeLimit` of `time-limit.ts` turns it into an outcome. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** Work is counted, not timed: inside a Worker no clock moves while code runs. `most` is for one file. */
export function createPace(pause: () => Promise<void>, most = MAX_FILE_WORDS): Pace {
  let spent = 0;
  let left = most;
  const count = (words: number) => {
    spent += words;
    left -= words;
    if (left < 0) throw new TimedOut('the file took more work than allowed');
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

/** Counts nothing and waits for nothing: for tests and tools that run one step by itself. */
export const FREE_PACE: Pace = { count: () => undefined, spend: () => Promise.resolve() };
