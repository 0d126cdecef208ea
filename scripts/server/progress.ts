/** Shows each step and its duration, one line per step. */
export interface Progress {
  /** Runs `work` and prints `name` with its outcome. `work` may return a short note for the line. */
  step<T>(name: string, work: () => Promise<T>, remark?: (value: T) => string): Promise<T>;
}

const NAME_WIDTH = 14;

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

export function createProgress(write: (line: string) => void): Progress {
  return {
    async step(name, work, remark) {
      const started = performance.now();
      const label = name.padEnd(NAME_WIDTH);
      try {
        const value = await work();
        const note = remark?.(value);
        write(`  ${label}${seconds(performance.now() - started)}${note ? `  ${note}` : ''}`);
        return value;
      } catch (error) {
        write(`  ${label}failed after ${seconds(performance.now() - started)}`);
        throw error;
      }
    },
  };
}
