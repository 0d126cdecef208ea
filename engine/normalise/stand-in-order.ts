/**
 * Whether the text holds a match of each pattern behind that of the one before. One pattern with `.*` between the parts
 * would look at a long text again for every place at which the first part stands.
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
