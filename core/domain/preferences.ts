/** Display preferences for dates and times. */

/** Returns the canonical form of a locale (RFC 5646 §4.5), or null if it is invalid. */
export function canonicalLocale(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * Returns the platform's name of a time zone, or null if unknown. UTC offsets are rejected because they ignore daylight
 * saving time.
 */
export function canonicalTimeZone(text: string): string | null {
  if (!/^[A-Za-z]/.test(text)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
