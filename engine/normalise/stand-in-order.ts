/**
 * Whether the text contains a match of each pattern, in order. A single pattern with `.*` between the parts would
 * rescan a long text for every occurrence of the first part.
 */
export function standInOrder(text: string, patterns: readonly RegExp[]): boolean {
  let rest = text;
  for (const pattern of patterns) {
    const match = pattern.exec(rest);
    if (match === null) return false;
    rest = rest.slice(match.index + match[0].length);
  }
  return true;
}
