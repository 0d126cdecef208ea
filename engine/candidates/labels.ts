import { LANGUAGES } from '../languages/index.ts';
import { LABEL_ROLES, type NamedRole } from '../languages/language.ts';
import type { PageLayout, Segment } from '../layout/lines.ts';
import { partsOfToken, type Token, tokenise } from '../normalise/fold-text.ts';
import { indexByLength, isNearWord, nearestWord } from './near-labels.ts';
import { isNumberPrefix, isPostBox } from './no-labels.ts';

/** A role of the language files, or a field of a schema template. */
export type LabelRole = NamedRole | `field:${string}`;

/** A label phrase found on the page. */
export interface Label {
  readonly roles: readonly LabelRole[];
  readonly segment: Segment;
  /** Word range in the segment; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Range of the phrase in `segment.text`. */
  readonly textStart: number;
  readonly textEnd: number;
  readonly phrase: string;
  /** True if it starts its segment. */
  readonly opens: boolean;
  /** 1 for an unambiguous phrase, less for short, weak or embedded ones. */
  readonly strength: number;
  readonly languages: readonly string[];
}

interface Phrase {
  readonly tokens: readonly string[];
  readonly roles: { readonly role: LabelRole; readonly weak: boolean }[];
  readonly languages: Set<string>;
}

/** Strength of a weak phrase relative to a strong one. */
const WEAK_SHARE = 0.5;
/** ... and if it starts its segment right before a number: "vom 05.03.2018". */
const OPENING_WEAK_SHARE = 0.68;
/** In a longer segment, a phrase is prose more often than a label. */
const LABEL_SEGMENT_WORDS = 7;
const SENTENCE_SHARE = 0.75;
/** Minimum length of a phrase matched without its spaces; shorter ones collide with ordinary words. */
const MIN_GLUED_LENGTH = 7;

const PHRASES_BY_FIRST_TOKEN = indexPhrases();

function indexPhrases(): ReadonlyMap<string, readonly Phrase[]> {
  const byText = new Map<string, Phrase>();
  for (const role of LABEL_ROLES) {
    for (const { code, labels } of LANGUAGES) {
      for (const entry of labels?.[role] ?? []) {
        const weak = entry.startsWith('~');
        const text = weak ? entry.slice(1) : entry;
        const phrase = byText.get(text) ?? { tokens: text.split(' '), roles: [], languages: new Set<string>() };
        if (!phrase.roles.some((known) => known.role === role)) phrase.roles.push({ role, weak });
        phrase.languages.add(code);
        byText.set(text, phrase);
      }
    }
  }
  const index = new Map<string, Phrase[]>();
  for (const phrase of byText.values()) {
    const variants = [phrase];
    const glued = phrase.tokens.join('');
    // OCR often drops spaces: "TOTALDUE" is read as "total due".
    if (phrase.tokens.length > 1 && glued.length >= MIN_GLUED_LENGTH) variants.push({ ...phrase, tokens: [glued] });
    for (const variant of variants) {
      const first = variant.tokens[0] ?? '';
      index.set(first, [...(index.get(first) ?? []), variant]);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.tokens.length - a.tokens.length);
  return index;
}

/** Finds every label phrase of a page, the longest at each position. */
export function findLabels(layout: PageLayout): Label[] {
  return layout.lines.flatMap((line) => line.segments.flatMap(labelsOfSegment));
}

/** True if a text is exactly one label. */
export function isLabelText(text: string): boolean {
  const tokens = tokenise(text);
  const phrase = phraseAt(tokens, 0);
  return phrase !== undefined && phrase.tokens.length === tokens.length;
}

/** The roles of the label that a text begins with. */
export function rolesAtStart(text: string): readonly LabelRole[] {
  return phraseAt(tokenise(text), 0)?.roles.map(({ role }) => role) ?? [];
}

export function labelsOfSegment(segment: Segment): Label[] {
  const recognised = isRecognised(segment);
  let tokens = tokenise(segment.text);
  const labels: Label[] = [];
  for (let i = 0; i < tokens.length; ) {
    const exact = phraseAt(tokens, i);
    const near = exact === undefined && recognised ? nearPhraseAt(tokens, i) : undefined;
    const plain = exact ?? near;
    const isNone =
      plain === undefined || isPostBox(plain.tokens, tokens, i) || isNumberPrefix(plain, tokens, i, segment.text);
    const phrase = isNone ? undefined : withTaxClause(plain, tokens, i);
    if (phrase === undefined) {
      const parts = recognised ? partsOfToken(tokens[i], segment.text) : [];
      // Parts of a split token replace the token.
      if (parts.length > 1) tokens = [...tokens.slice(0, i), ...parts, ...tokens.slice(i + 1)];
      else i++;
      continue;
    }
    // Text in brackets after a label explains it: "net sum (excl. VAT)".
    if (labels.length === 0 || !isBracketed(segment.text, tokens[i]?.start ?? 0))
      labels.push(toLabel(segment, tokens, i, phrase, near === undefined ? 1 : NEAR_SHARE));
    i += phrase.tokens.length;
  }
  return labels;
}

/** "Total incl. State Tax", "Summe ohne USt": words for with or without, and the name of a tax. */
function withTaxClause(phrase: Phrase, tokens: readonly Token[], at: number): Phrase {
  if (!phrase.roles.some(({ role }) => role === 'total' || role === 'subtotal')) return phrase;
  const end = at + phrase.tokens.length;
  const inside = CLAUSE.get(phrase.tokens.at(-1) ?? '');
  const clause = inside ?? CLAUSE.get(tokens[end]?.text ?? '');
  const from = inside === undefined ? end + 1 : end;
  const tax = clause === undefined ? undefined : phraseAt(tokens, from);
  if (clause === undefined || tax === undefined || !tax.roles.some(({ role }) => role === 'tax')) return phrase;
  return {
    tokens: tokens.slice(at, from + tax.tokens.length).map((token) => token.text),
    roles: [{ role: clause, weak: false }],
    languages: phrase.languages,
  };
}

/** Words for "with" and "without" before the name of a tax, and the role of the sum they qualify. */
const CLAUSE: ReadonlyMap<string, 'total' | 'subtotal'> = new Map(
  LANGUAGES.flatMap((language) => [
    ...(language.with ?? []).map((word) => [word, 'total'] as const),
    ...(language.without ?? []).map((word) => [word, 'subtotal'] as const),
  ]),
);

function isBracketed(text: string, at: number): boolean {
  return text.lastIndexOf('(', at) > text.lastIndexOf(')', at);
}

function phraseAt(tokens: readonly Token[], at: number): Phrase | undefined {
  const candidates = PHRASES_BY_FIRST_TOKEN.get(stem(tokens[at]));
  return candidates?.find((phrase) => phrase.tokens.every((text, offset) => stem(tokens[at + offset]) === text));
}

/** Roles whose words are matched in recognised text despite a wrong letter: the sums and dates of a till. */
const NEAR_ROLES: ReadonlySet<LabelRole> = new Set([
  'total',
  'subtotal',
  'tax',
  'amount_due',
  'amount_paid',
  'tendered',
  'rounding',
  'discount',
  'charges',
  'tip',
  'invoice_number',
  'invoice_date',
]);
/** Strength of a label with a wrong letter relative to an exact one. */
const NEAR_SHARE = 0.92;

const NEAR_FIRST_WORDS = indexByLength(
  [...PHRASES_BY_FIRST_TOKEN].filter(([, phrases]) => phrases.some(isNearPhrase)).map(([first]) => first),
);

function isNearPhrase(phrase: Phrase): boolean {
  return phrase.languages.has('en') && phrase.roles.some(({ role, weak }) => !weak && NEAR_ROLES.has(role));
}

function isRecognised(segment: Segment): boolean {
  return segment.words.some(({ confidence }) => confidence !== undefined);
}

function nearPhraseAt(tokens: readonly Token[], at: number): Phrase | undefined {
  const first = nearestWord(tokens[at]?.text ?? '', NEAR_FIRST_WORDS);
  const phrases = first === undefined ? undefined : PHRASES_BY_FIRST_TOKEN.get(first);
  return phrases?.find(
    (phrase) =>
      isNearPhrase(phrase) && phrase.tokens.every((word, offset) => isNearWord(tokens[at + offset]?.text ?? '', word)),
  );
}

const COMPOUND_HEADS = LANGUAGES.flatMap(({ compoundHeads }) => compoundHeads ?? []);

/** The head noun of a compound determines its meaning. */
function stem(token: Token | undefined): string {
  const text = token?.text ?? '';
  const head = COMPOUND_HEADS.find((word) => text.length > word.length + 2 && text.endsWith(word));
  return head ?? text;
}

/** A number right after a label, or at the end of a dotted leader, optionally preceded by a currency sign or code. */
const NUMBER_FOLLOWS = /^\s?(?:\d|(?:[:.·…_ ]{0,200}(?:[A-Z]{3}|\p{Sc})? ?[-–(]?\d[\d.,'’ ]*[.,]\d{2}(?!\d)))/u;

function toLabel(segment: Segment, tokens: readonly Token[], at: number, phrase: Phrase, certainty: number): Label {
  const from = tokens[at]?.start ?? 0;
  const textEnd = tokens[at + phrase.tokens.length - 1]?.end ?? from;
  const start = wordAt(segment, from);
  const followedByColon = /^\s?[:#=]/.test(segment.text.slice(textEnd));
  const inSentence = segment.words.length > LABEL_SEGMENT_WORDS && at > 0 && !followedByColon;
  const weak = phrase.roles.every((entry) => entry.weak);
  const opens = at === 0 && NUMBER_FOLLOWS.test(segment.text.slice(textEnd));
  const share = !weak ? 1 : opens ? OPENING_WEAK_SHARE : WEAK_SHARE;
  return {
    roles: phrase.roles.map((entry) => entry.role),
    segment,
    start,
    end: wordAt(segment, textEnd - 1) + 1,
    textStart: from,
    textEnd,
    phrase: phrase.tokens.join(' '),
    opens: at === 0,
    strength: certainty * share * (inSentence ? SENTENCE_SHARE : 1),
    languages: [...phrase.languages],
  };
}

/** Index of the word that contains an offset of `segment.text`. */
export function wordAt(segment: Segment, offset: number): number {
  let index = 0;
  for (let i = 1; i < segment.offsets.length; i++) {
    if ((segment.offsets[i] ?? 0) <= offset) index = i;
  }
  return index;
}
