import { LANGUAGES } from '../languages/index.ts';
import { HEADING_ROLES, type HeadingRole } from '../languages/language.ts';
import { tokenise } from '../normalise/fold-text.ts';

const ROLE_OF_PHRASE = indexHeadings();

function indexHeadings(): ReadonlyMap<string, HeadingRole> {
  const index = new Map<string, HeadingRole>();
  for (const role of HEADING_ROLES) {
    for (const phrase of LANGUAGES.flatMap(({ headings }) => headings?.[role] ?? [])) {
      const key = phraseKey(phrase);
      if (!index.has(key)) index.set(key, role);
    }
  }
  return index;
}

/** Letters, `%` and `#` only: hyphens at line ends, dots and brackets are ignored. */
function phraseKey(text: string): string {
  return tokenise(text)
    .map((token) => token.text)
    .join('');
}

/** Returns the role of a heading, or undefined if it is unknown. Units such as `(EUR)` are dropped. */
export function headingRole(text: string): HeadingRole | undefined {
  const whole = ROLE_OF_PHRASE.get(phraseKey(text));
  if (whole !== undefined) return whole;
  const bare = text.replace(
    /\([^)]*\)?|\[[^\]]*\]?|[€$£*:]|\b(?:EUR|USD|GBP|CHF|SGD|PLN|SEK|DKK|NOK|CZK|MYR|RM)\b/gu,
    ' ',
  );
  // A single letter after the heading is a scan artefact or the edge of a box.
  return ROLE_OF_PHRASE.get(phraseKey(bare)) ?? ROLE_OF_PHRASE.get(phraseKey(bare.replace(/(?<!\s)\s+\p{L}\s*$/u, '')));
}
