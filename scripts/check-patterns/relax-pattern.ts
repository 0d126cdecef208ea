import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/**
 * Makes every bounded repeat open-ended. This shows what asymptotic analysis of the original cannot see:
 * `(?:\d{1,5}){1,8}` is finite, yet tries 400,000 splits of 40 digits.
 */
export function openRepeats(source: string, flags: string): string {
  const edits: Edit[] = [];
  visitRegExpAST(parse(source, flags), { onQuantifierEnter: (node) => edits.push(...openedRepeat(node)) });
  return applied(source, edits);
}

/**
 * The same without look-around, and with an end that never matches, so that every path is tried. It matches in more
 * ways than the original: if the relaxed pattern is unambiguous, so is the original.
 */
export function relaxPattern(source: string, flags: string): string {
  const edits: Edit[] = [];
  let skipTo = -1;
  visitRegExpAST(parse(source, flags), {
    onAssertionEnter({ kind, start, end }) {
      // With the end of the text as a letter, the rest of the pattern can still fail.
      if (kind === 'end') edits.push({ from: start, to: end, text: END_OF_TEXT });
      if ((kind !== 'lookahead' && kind !== 'lookbehind') || start < skipTo) return;
      // Not empty, because a repeat may follow.
      edits.push({ from: start, to: end, text: '(?:)' });
      skipTo = end;
    },
    onQuantifierEnter(node) {
      if (node.start >= skipTo) edits.push(...openedRepeat(node));
    },
    onGroupEnter({ alternatives, start, end }) {
      if (start < skipTo) return;
      const joined = joinWords(alternatives);
      if (joined === undefined) return;
      edits.push({ from: start, to: end, text: joined });
      skipTo = end;
    },
  });
  return `(?:${applied(source, edits)})${NEVER_THERE}`;
}

/**
 * Merges many words into one row of letter classes per length: `(?:EUR|USD|kr)` becomes `(?:[EU][US][RD]|[k][r])`. At
 * most one word matches at a position, so no ambiguity is hidden; the automaton of hundreds of words would not finish.
 */
function joinWords(alternatives: readonly AST.Alternative[]): string | undefined {
  if (alternatives.length < MANY_WORDS) return undefined;
  const byLength = new Map<number, AST.Character[][]>();
  for (const { elements } of alternatives) {
    const word = elements.filter((element) => element.type === 'Character');
    if (word.length !== elements.length) return undefined;
    byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
  }
  const rows = [...byLength].map(([length, words]) =>
    Array.from({ length }, (_, at) => classOf(words.flatMap((word) => word[at]?.value ?? []))).join(''),
  );
  return `(?:${rows.join('|')})`;
}

const MANY_WORDS = 20;

function classOf(letters: readonly number[]): string {
  return `[${[...new Set(letters)].map((letter) => `\\u${letter.toString(16).padStart(4, '0')}`).join('')}]`;
}

/** Letters of the Unicode private use area. */
const END_OF_TEXT = '\uE000';
const NEVER_THERE = '\uE001';

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function parse(source: string, flags: string): AST.Pattern {
  const modes = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
  return new RegExpParser().parsePattern(source, 0, source.length, modes);
}

function openedRepeat({ element, end, min, max, greedy }: AST.Quantifier): Edit[] {
  const isBounded = max !== Number.POSITIVE_INFINITY && max > Math.max(min, 1);
  return isBounded ? [{ from: element.end, to: end, text: `${openRepeat(min)}${greedy ? '' : '?'}` }] : [];
}

function applied(source: string, edits: readonly Edit[]): string {
  let text = source;
  for (const edit of edits.toSorted((a, b) => b.from - a.from)) {
    text = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  }
  return text;
}

function openRepeat(min: number): string {
  if (min === 0) return '*';
  return min === 1 ? '+' : `{${min},}`;
}
