/**
 * Caches verified facts about a credential for a short time, so that it is checked once per period instead of once per
 * request and still stops working soon after it ends. Pure apart from its map.
 */
export class ShortMemory<T> {
  private readonly entries = new Map<string, { readonly value: T; readonly until: number }>();

  constructor(private readonly maxEntries = 20_000) {}

  /** Returns the value cached under this key, if still valid. Times are Unix milliseconds. */
  recall(key: string, now: number): T | undefined {
    const entry = this.entries.get(key);
    return entry !== undefined && now < entry.until ? entry.value : undefined;
  }

  remember(key: string, value: T, until: number): void {
    // Clear the whole cache: cheaper than tracking order, and it costs only one extra check per credential.
    if (this.entries.size >= this.maxEntries) this.entries.clear();
    this.entries.set(key, { value, until });
  }

  forget(concerned: (value: T, key: string) => boolean): void {
    for (const [key, { value }] of this.entries) if (concerned(value, key)) this.entries.delete(key);
  }
}
