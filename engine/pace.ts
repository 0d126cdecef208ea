/** Yields to the event loop after equal shares of work, so that long documents do not block it. */
export interface Pace {
  /** Adds this many examined words; waits only if a turn is due. @throws TimedOut */
  spend(words: number): Promise<void>;
  /** The same inside a synchronous step: the turn comes with the next `spend`. @throws TimedOut */
  count(words: number): void;
}

/** Examining a word costs a stage 3 to 10 µs, so a slice takes about 10 ms and stays under 100 ms on a busy machine. */
export const WORDS_PER_TURN = 1_500;

/** Letters that count as one word: patterns scan letters, and a word on a dense page has six and a space. */
export const LETTERS_PER_WORD = 7;

/**
 * Maximum work for one file after reading, in words examined (3 to 10 µs each), over all its documents: about 200
 * seconds of the 300 a Worker has. A document of 500 dense pages takes a tenth of it.
 */
const MAX_FILE_WORDS = 40_000_000;

/** Thrown in the middle of a stage; `withTimeLimit` of `time-limit.ts` converts it to an outcome. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** Counts work instead of time, because a Worker's clock does not advance while code runs. `most` is per file. */
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

/** Counts nothing and never waits: for tests and tools that run a single step. */
export const FREE_PACE: Pace = { count: () => undefined, spend: () => Promise.resolve() };
