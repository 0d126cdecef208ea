import { foldText } from '#engine/learning';

const GROUP = /\{([^{}]*)\}/;

/** Expands a pattern to its phrases: `{a,b} c|d` gives `a c`, `b c` and `d`. Folded, without duplicates. */
export function expandPhrases(pattern: string): readonly string[] {
  return [...new Set(pattern.split('|').flatMap(expandOne).map(tidy))].filter((phrase) => phrase !== '');
}

function expandOne(pattern: string): readonly string[] {
  const found = GROUP.exec(pattern);
  if (found === null) return [pattern];
  const [whole, inner = ''] = found;
  const [before, behind] = [pattern.slice(0, found.index), pattern.slice(found.index + whole.length)];
  return inner.split(',').flatMap((part) => expandOne(`${before}${part}${behind}`));
}

function tidy(phrase: string): string {
  return foldText(phrase).replace(/\s+/g, ' ').trim();
}
