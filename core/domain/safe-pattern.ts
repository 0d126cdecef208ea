/**
 * User-defined patterns run on every document, so only patterns with bounded matching time are accepted: no
 * backreferences, no look-around, no repeated groups, at most two open-ended quantifiers, and at most eight choices
 * (optional parts, or alternatives within a group). On a value of 200 characters that is at most a few million steps:
 * the quantifiers contribute the square of the length, and each choice doubles it.
 */
const MAX_OPEN_REPEATS = 2;
const MAX_CHOICES = 8;
const MAX_LENGTH = 200;

/** Returns whether a regular expression compiles and is fast on any input. */
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

/**
 * Counts optional parts and alternatives within groups. Top-level alternatives are tried one after the other and do not
 * multiply.
 */
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

/** Compiles the pattern to match the whole value; undefined if it is invalid. */
export function compilePattern(pattern: string): RegExp | undefined {
  try {
    // Compile it on its own first: an unbalanced closing bracket must not end the group added around it.
    new RegExp(pattern, 'u');
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
