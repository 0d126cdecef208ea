import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/**
 * The pattern with every bounded repeat made open-ended and every look-around left out. It matches in more ways than
 * the original, so a relaxed pattern that is not ambiguous clears the original. It also shows what asymptotic analysis
 * cannot see: `(?:\d{1,5}){1,8}` is finite, yet tries 400,000 splits of 40 digits.
 */
export function relaxPattern(source: string, flags: string): string {
  const modes = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
  const tree = new RegExpParser().parsePattern(source, 0, source.length, modes);
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  let skipTo = -1;
  visitRegExpAST(tree, {
    onAssertionEnter({ kind, start, end }) {
      if ((kind !== 'lookahead' && kind !== 'lookbehind') || start < skipTo) return;
      // Not empty: a repeat may stand behind it.
      edits.push({ from: start, to: end, text: '(?:)' });
      skipTo = end;
    },
    onQuantifierEnter({ element, start, end, min, max, greedy }) {
      const isBounded = max !== Number.POSITIVE_INFINITY && max > Math.max(min, 1);
      if (!isBounded || start < skipTo) return;
      edits.push({ from: element.end, to: end, text: `${openRepeat(min)}${greedy ? '' : '?'}` });
    },
  });
  let relaxed = source;
  for (const { from, to, text } of edits.toSorted((a, b) => b.from - a.from)) {
    relaxed = relaxed.slice(0, from) + text + relaxed.slice(to);
  }
  return relaxed;
}

function openRepeat(min: number): string {
  if (min === 0) return '*';
  return min === 1 ? '+' : `{${min},}`;
}
