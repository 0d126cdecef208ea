/** Spreadsheet dates: serial numbers since 1899-12-30, or since 1904-01-01 in old Macintosh files. */
const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** 9999-12-31, the last day that spreadsheets support. */
const LAST_DAY = 2_958_465;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** True for a format with date or time parts outside literals. */
export function isDateFormat(section: string): boolean {
  const bare = section.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|[_*]./gi, '');
  return !/general/i.test(bare) && !/[0#?]/.test(bare.replace(/s\.0+/gi, 's')) && /[dmyhs]/i.test(bare);
}

/** Formats a date with English names; `undefined` for a number outside the calendar. */
export function formatSerialDate(serial: number, section: string, since1904: boolean): string | undefined {
  if (!(serial >= 0 && serial <= LAST_DAY)) return undefined;
  // Rounded to the second, so that binary rounding errors do not show as 59 seconds.
  const date = new Date((since1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(serial * 86_400) * 1000);
  const hasHalves = /am\/pm|a\/p/i.test(section);
  const tokens = [
    ...section.matchAll(
      /"([^"]*)"|\\(.)|\[(h+|m+|s+)\]|\[[^\]]*\]|(am\/pm|a\/p)|(y+|m+|d+|h+|s+)(?:\.0+)?|[_*].|(.)/gi,
    ),
  ];
  let text = '';
  for (const [index, token] of tokens.entries()) {
    const [, quoted, escaped, elapsed, halves, part, other] = token;
    if (part !== undefined) text += datePart(part.toLowerCase(), date, hasHalves, isMinute(tokens, index));
    else if (elapsed !== undefined) text += elapsedPart(elapsed.toLowerCase(), serial);
    else if (halves !== undefined) text += date.getUTCHours() < 12 ? 'AM' : 'PM';
    else text += quoted ?? escaped ?? other ?? '';
  }
  return text.trim();
}

/** `m` means minutes after hours and before seconds, months otherwise. */
function isMinute(tokens: readonly RegExpExecArray[], index: number): boolean {
  const parts = (from: readonly RegExpExecArray[]) => from.map((token) => token[5] ?? token[3]).filter((part) => part);
  const before = parts(tokens.slice(0, index)).at(-1);
  const after = parts(tokens.slice(index + 1))[0];
  return /^h/i.test(before ?? '') || /^s/i.test(after ?? '');
}

function datePart(part: string, date: Date, hasHalves: boolean, minute: boolean): string {
  const pad = (value: number) => (part.length > 1 ? String(value).padStart(2, '0') : String(value));
  switch (part[0]) {
    case 'y':
      return part.length > 2 ? String(date.getUTCFullYear()).padStart(4, '0') : String(date.getUTCFullYear()).slice(-2);
    case 'd':
      return part.length > 2 ? named(WEEKDAYS, date.getUTCDay(), part.length === 3) : pad(date.getUTCDate());
    case 'h':
      return pad(hasHalves ? date.getUTCHours() % 12 || 12 : date.getUTCHours());
    case 's':
      return pad(date.getUTCSeconds());
    default:
      if (minute && part.length <= 2) return pad(date.getUTCMinutes());
      return part.length > 2 ? named(MONTHS, date.getUTCMonth(), part.length === 3) : pad(date.getUTCMonth() + 1);
  }
}

function named(names: readonly string[], index: number, short: boolean): string {
  const name = names[index] ?? '';
  return short ? name.slice(0, 3) : name;
}

function elapsedPart(part: string, serial: number): string {
  const seconds = Math.round((serial * DAY_MS) / 1000);
  const value = part[0] === 'h' ? seconds / 3600 : part[0] === 'm' ? seconds / 60 : seconds;
  return String(Math.floor(value)).padStart(part.length, '0');
}
