/** Turns for the event loop after equal shares of work, so that no stage holds it longer on a long document. */
export interface Pace {
  /** Notes that so many words were looked at; waits only when a turn is due. */
  spend(words: number): Promise<void>;
}

/** Looking at a word costs a stage 3 to 10 µs, so a slice is about 10 ms and stays under 100 ms on a busy machine. */
export const WORDS_PER_TURN = 1_500;

/** Work is counted, not timed: inside a Worker no clock moves while code runs. */
export function createPace(pause: () => Promise<void>): Pace {
  let spent = 0;
  return {
    async spend(words) {
      spent += words;
      if (spent < WORDS_PER_TURN) return;
      spent = 0;
      await pause();
    },
  };
}
