import { withoutEnd } from '../normalise/without-end.ts';
/**
 * Names in a machine-readable zone. They have no check digit, and OCR reads the fillers around them as K, L, C or E;
 * words of the human-readable part of the page distinguish names from fillers.
 */

export interface MrzNames {
  readonly surname: string;
  readonly given: string;
  /** Only real fillers separate and follow the names, or the page's own words confirm every one. */
  readonly sure: boolean;
}

const FILLERS = '[<KLCES]';

/**
 * `field` is the range with the names; `words` are the words of the rest of the page, in upper case without accents.
 */
export function readMrzNames(field: string, words: ReadonlySet<string>): MrzNames | undefined {
  let best: (MrzNames & { readonly rank: number }) | undefined;
  for (const body of bodies(field)) {
    for (const match of body.text.matchAll(new RegExp(`(?=(${FILLERS}{1,3}))`, 'g'))) {
      const run = match[1] ?? '';
      for (let length = run.length; length > 0; length--) {
        const separator = run.slice(0, length);
        const surname = partsOf(body.text.slice(0, match.index), words);
        const given = partsOf(body.text.slice(match.index + length), words);
        if (surname.length === 0 || given.length === 0) continue;
        const parts = [...surname, ...given];
        const known = parts.filter((part) => words.has(part)).length;
        const clean = separator === '<<' && body.clean;
        // A separator other than two fillers requires that the page's words confirm both sides.
        if (separator !== '<<' && known < parts.length && !separator.includes('<<')) continue;
        const rank =
          known * 3 +
          (separator === '<<' ? 2 : 0) +
          (body.clean ? 1 : 0) -
          body.cut * 0.1 +
          tieBreak(separator, surname);
        const names = {
          surname: surname.join(' '),
          given: given.join(' '),
          sure: clean || known === parts.length,
          rank,
        };
        if (best === undefined || rank > best.rank) best = names;
      }
    }
  }
  return best;
}

interface Body {
  readonly text: string;
  /** True if all fillers after it were read correctly. */
  readonly clean: boolean;
  /** Number of look-alike letters before the first filler that were treated as fillers. */
  readonly cut: number;
}

/** Of two readings with the same words, prefers the longer separator, then fewer words in the surname. */
function tieBreak(separator: string, surname: readonly string[]): number {
  return (separator.split('<').length - 1) * 0.2 - surname.length * 0.1;
}

/** Possible names without the trailing fillers, from longest to shortest. */
function bodies(field: string): Body[] {
  const real = withoutEnd(field, '<');
  const found: Body[] = [{ text: real, clean: /^[^<]*<<[^<]+(?:<[^<]+)*$/.test(real), cut: 0 }];
  const tail = field.slice(withoutEnd(field, '<KLCEX').length);
  const start = field.length - tail.length;
  for (let kept = 0; kept <= Math.min(3, tail.length - 1); kept++) {
    const text = field.slice(0, start + kept);
    if (tail.length - kept >= 3 && !text.endsWith('<')) found.push({ text, clean: false, cut: 3 - kept });
  }
  return found;
}

/** Letters that cannot be distinguished in a small image. */
const ALIKE: readonly string[] = ['ODQCGU', 'IJLT1', 'EF', 'PR', 'VYU', 'MNHW', 'B8SR', 'KX'];

/** The word of the page that equals a name or differs only in look-alike letters; undefined if there is none. */
function knownAs(part: string, words: ReadonlySet<string>): string | undefined {
  if (words.has(part)) return part;
  if (part.length < MIN_ALIKE) return undefined;
  const alike = [...words].filter((word) => word.length === part.length && isAlike(word, part));
  return alike.length === 1 ? alike[0] : undefined;
}

/** Shorter words are alike by chance. */
const MIN_ALIKE = 3;

function isAlike(a: string, b: string): boolean {
  let exchanged = 0;
  for (let at = 0; at < a.length; at++) {
    if (a[at] === b[at]) continue;
    exchanged++;
    if (!ALIKE.some((letters) => letters.includes(a.charAt(at)) && letters.includes(b.charAt(at)))) return false;
  }
  return exchanged <= Math.ceil(a.length / 4);
}

/** Splits one name into words; a look-alike separates two words if the page contains both. */
function partsOf(text: string, words: ReadonlySet<string>): string[] {
  return text
    .split('<')
    .filter((part) => /^[A-Z]+$/.test(part))
    .flatMap((part) => {
      if (/^[KLC]+$/.test(part)) return [];
      const known = knownAs(part, words);
      if (known !== undefined) return [known];
      for (let at = 2; at < part.length - 2; at++) {
        const [left, right] = [part.slice(0, at), part.slice(at + 1)];
        if (/[KLC]/.test(part.charAt(at)) && words.has(left) && words.has(right)) return [left, right];
      }
      // "<KMARIA": a filler read as a letter before a word of the page.
      if (/^[KLC]/.test(part) && words.has(part.slice(1))) return [part.slice(1)];
      if (/[KLCES]$/.test(part) && words.has(part.slice(0, -1))) return [part.slice(0, -1)];
      return [part];
    });
}
