/** The date and time format of the signed-in user; '' for the browser's setting. */
export interface OwnFormat {
  readonly locale: string;
  readonly timeZone: string;
}

const BROWSER_FORMAT: OwnFormat = { locale: '', timeZone: '' };
let current = BROWSER_FORMAT;

export const ownFormat = (): OwnFormat => current;

/** Called when the session starts. Locales and time zones unknown to this browser fall back to its own. */
export function setOwnFormat(locale: string | null, timeZone: string | null): void {
  current = { locale: locale !== null && knowsLocale(locale) ? locale : '', timeZone: knownZone(timeZone) };
}

const knowsLocale = (locale: string): boolean => Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;

function knownZone(timeZone: string | null): string {
  if (timeZone === null) return '';
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}
