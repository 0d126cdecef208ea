import type { ResolveContext } from '../base/context.ts';

/**
 * Recognises orders and invoices for airtime by their content instead of their labels: days, hours and lengths of
 * spots, a station's call letters, trade terms in titles and columns.
 */
const SIGNS: readonly RegExp[] = [
  // Hours on air: 6a-7a, 11:00p-11:35p, 12n-1p, 19:00 - 19:30.
  /\b\d{1,2}(?::\d{2})?\s?(?:[apn]|am|pm)\s?-\s?\d{1,2}(?::\d{2})?\s?(?:[apn]|am|pm)\b/i,
  // Days of the week as schedules print them: M-F, Sa-Su, MTWTF--, -T-T---.
  /(?<![\p{L}-])(?:M-F|M-S[auU]+|Sa-Su|Mon-(?:Fri|Sat|Sun)|[M-][T-][W-][T-][F-][S-][S-]|MTuWThF)(?![\p{L}-])/u,
  // Lengths of spots.
  /(?:^|\s):(?:05|10|15|20|30|45|60|90|120)\b/,
  /\b(?:spots?|spot rate|dayparts?|flight|airtime|air time|air dates|broadcast|rating|grps?|impressions)\b/i,
  // Call letters of stations in North America.
  /(?<![\p{L}-])[KW][A-Z]{3}(?:-(?:TV|FM|AM|DT|CD|LD))?(?![\p{L}-])/u,
];
/** One or two of these signs also appear on other documents. */
const LEAST_SIGNS = 3;

export function isAirtime(context: ResolveContext): boolean {
  const texts = context.pages
    .slice(0, PAGES_READ)
    .flatMap((page) => page.layout.lines.flatMap((line) => line.segments.map(({ text }) => text)));
  return SIGNS.filter((sign) => texts.some((text) => sign.test(text))).length >= LEAST_SIGNS;
}

const PAGES_READ = 2;
