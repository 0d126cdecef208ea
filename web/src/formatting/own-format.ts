/** How the person who is signed in reads dates and times; '' where their browser decides. */
export interface OwnFormat {
  readonly locale: string;
  readonly timeZone: string;
}

const BROWSERS_OWN: OwnFormat = { locale: '', timeZone: '' };
let current = BROWSERS_OWN;

export const ownFormat = (): OwnFormat => current;

/** Set with the session. What this browser does not know (an old one, and a new time zone) is the browser's own again. */
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
