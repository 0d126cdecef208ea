/**
 * Patterns that people write run on every document, so only those are taken whose matching takes little time whatever
 * the value is: no backreferences, no look-around, no repeated group, at most two open-ended repeats, and at most eight
 * places with a choice (an optional part, an alternative within a group). On a value of 200 letters that is at most a
 * few million steps: the repeats give its square, each choice doubles it.
 */
const MAX_OPEN_REPEATS = 2;
const MAX_CHOICES = 8;
const MAX_LENGTH = 200;

/** True for a regular expression that compiles and is quick on any value. */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > MAX_LENGTH || /\\[1-9k]|\(\?(?!:)/.test(pattern)) return false;
  const outsideSets = pattern
    .replace(/\\./g, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .replaceAll('(?:', '(');
  if (/\)(?:[*+{])/.test(outsideSets)) return false;
  const repeats = outsideSets.match(/[*+]|\{\d*,\d*\}/g) ?? [];
  if (repeats.length > MAX_OPEN_REPEATS || choicesIn(outsideSets) > MAX_CHOICES) return false;
  return compilePattern(pattern) !== undefined;
}

/** Optional parts, and alternatives within groups; those of the whole pattern are tried one after the other only. */
function choicesIn(outsideSets: string): number {
  let depth = 0;
  let choices = 0;
  for (const sign of outsideSets) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === '?' || (sign === '|' && depth > 0)) choices += 1;
  }
  return choices;
}

/** The pattern over the whole value, or undefined when it is none. */
export function compilePattern(pattern: string): RegExp | undefined {
  try {
    // Alone first: a closing bracket of its own must not end the group around it.
    new RegExp(pattern, 'u');
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
