/**
 * Remembers for a short while what was found true of a credential, so that it is checked once per period and not once
 * per request, and yet stops working soon after it ends. Pure but for its map.
 */
export class ShortMemory<T> {
  private readonly entries = new Map<string, { readonly value: T; readonly until: number }>();

  constructor(private readonly maxEntries = 20_000) {}

  /** What was remembered under exactly this key, while it still counts. Times are Unix milliseconds. */
  recall(key: string, now: number): T | undefined {
    const entry = this.entries.get(key);
    return entry !== undefined && now < entry.until ? entry.value : undefined;
  }

  remember(key: string, value: T, until: number): void {
    // The whole memory goes: cheaper than keeping an order, and all it costs is one check per credential.
    if (this.entries.size >= this.maxEntries) this.entries.clear();
    this.entries.set(key, { value, until });
  }

  forget(concerned: (value: T, key: string) => boolean): void {
    for (const [key, { value }] of this.entries) if (concerned(value, key)) this.entries.delete(key);
  }
}
