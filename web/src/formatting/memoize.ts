/**
 * Memoizes `make` by key. Locale formatters are far more expensive to create than to use, and a list formats hundreds of
 * texts per frame. Keys come from a closed set (locales, currencies, digits), so the map stays small.
 */
export function memoize<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const present = known.get(key);
    if (present !== undefined) return present;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
