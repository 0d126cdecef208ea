/**
 * Patterns that people write run on every document, so only those are taken whose matching takes little time whatever
 * the value is: no backreferences, no look-around, no repeated group, and at most two open-ended repeats. On a value
 * of 200 letters that is at most a few million steps.
 */
export const MAX_OPEN_REPEATS = 2;
const MAX_LENGTH = 200;

/** True for a regular expression that compiles and is quick on any value. */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > MAX_LENGTH || /\\[1-9k]|\(\?(?!:)/.test(pattern)) return false;
  const outsideSets = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (/\)(?:[*+{])/.test(outsideSets)) return false;
  const repeats = outsideSets.match(/[*+]|\{\d*,\d*\}/g) ?? [];
  if (repeats.length > MAX_OPEN_REPEATS) return false;
  return compilePattern(pattern) !== undefined;
}

/** The pattern over the whole value, or undefined when it is none. */
export function compilePattern(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
