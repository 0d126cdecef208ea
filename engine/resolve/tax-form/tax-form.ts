import type { Check } from '#core/domain/result';
import { type CaptionMatch, findCaptions } from '../../candidates/form-captions.ts';
import { type FieldKind, type FormField, type FormSpec, TAX_FORMS } from '../../documents/tax-forms/index.ts';
import type { PageLayout } from '../../layout/lines.ts';
import type { Word } from '../../model.ts';
import { tokenise } from '../../normalise/fold-text.ts';
import type { Choice, Choices } from '../base/choice.ts';
import { spansOf } from '../printed/word-spans.ts';
import { type FormReading, withArithmetic } from './form-arithmetic.ts';
import { restoreCents } from './form-cents.ts';
import { captionKey, type FieldReading, readField, readNumberedCell } from './form-field.ts';
import { numbersBeside } from './form-numbers.ts';
import { partiesByPlace } from './form-parties.ts';
import { readCheckbox, withWidgets } from './form-widgets.ts';
import { formYear } from './form-year.ts';

/** The form is on one of the first pages; its instructions follow. */
const PAGES_SEARCHED = 3;
/** A printed title counts as much as this many caption letters. */
const TITLE_LETTERS = 60;
/** Fewer caption letters are not a form. */
const MIN_LETTERS = 45;
/** With this many letters the form is found: instructions or further copies follow. */
const ENOUGH_LETTERS = 200;
/** Score of a box below an exact caption, and the cost of a partially read caption. */
const SCORE = 0.92;
const PARTIAL_COST = 0.6;

/** A number whose caption was not recognised counts like a half-read caption. */
const UNCAPTIONED_SHARE = 0.6;
/** Field kinds recognisable even under a badly read caption. */
const NUMBERED_KINDS: ReadonlySet<FieldKind> = new Set(['amount', 'date']);

interface FormPage {
  readonly form: FormSpec;
  readonly layout: PageLayout;
  readonly captions: readonly CaptionMatch[];
  readonly letters: number;
}

/** Reads the tax form whose captions match the first pages; undefined when none matches. */
export function resolveTaxForm(layouts: readonly PageLayout[]): FormReading | undefined {
  let best: FormPage | undefined;
  for (const layout of layouts.slice(0, PAGES_SEARCHED)) {
    if (best !== undefined && best.letters >= ENOUGH_LETTERS) break;
    const text = ` ${layout.lines
      .flatMap(({ segments }) => segments.flatMap((segment) => tokenise(segment.text).map((token) => token.text)))
      .join(' ')} `;
    const titled = TAX_FORMS.filter((form) => isTitled(form, text));
    for (const form of titled.length > 0 ? titled : TAX_FORMS) {
      const page = judge(form, layout, text);
      if (page.letters > (best?.letters ?? 0)) best = page;
    }
  }
  return best === undefined ? undefined : readForm(best);
}

function judge(form: FormSpec, layout: PageLayout, text: string): FormPage {
  const captions = findCaptions(layout, patternsOf(form));
  const keys = new Map<string, number>();
  const borders = new Set([...form.borders, ...form.titles]);
  for (const { key, words } of captions) {
    if (!borders.has(key))
      keys.set(
        key,
        words.reduce((sum, word) => sum + word.text.length, 0),
      );
  }
  const read = [...keys.values()].reduce((sum, length) => sum + length, 0);
  // A title without captions may be a letter about the form.
  const letters = read < MIN_LETTERS ? 0 : read + (isTitled(form, text) ? TITLE_LETTERS : 0);
  return { form, layout, captions, letters };
}

function isTitled(form: FormSpec, text: string): boolean {
  return form.titles.some((title) => text.includes(` ${title} `));
}

function patternsOf(form: FormSpec) {
  const patterns = new Map<string, Parameters<typeof findCaptions>[1][number]>();
  for (const field of form.fields) {
    patterns.set(captionKey(field), {
      key: captionKey(field),
      phrases: field.caption.split('|'),
      ...(field.box !== undefined && { box: field.box }),
      ...((field.place === 'between' || field.place === 'right' || field.place === 'before') && { inside: true }),
    });
    for (const [caption] of field.options ?? [])
      patterns.set(caption, { key: caption, phrases: caption.split('|'), inside: true });
  }
  for (const border of [...form.borders, ...form.titles])
    if (!patterns.has(border)) patterns.set(border, { key: border, phrases: [border] });
  return [...patterns.values()];
}

function readForm(page: FormPage): FormReading {
  const { form, layout } = page;
  const captionWords = new Set<Word>(page.captions.flatMap(({ words }) => words));
  const claimed = new Set(captionWords);
  const choices: Choices = new Map();
  const current = () => ({ ...page, claimed });
  const take = (field: FormField, place?: 'above') => {
    const read = field.kind === 'checkbox' ? readCheckbox(field, current()) : readField(field, current(), place);
    if (read === undefined) return;
    const choice = choiceOf(field, read, layout);
    const before = field.joined === true ? choices.get(field.name) : undefined;
    choices.set(field.name, before === undefined ? choice : joined(before, choice));
    if (field.part === undefined) for (const word of read.words) claimed.add(word);
  };
  for (const field of form.fields) take(field);
  for (const field of form.fields) {
    if (choices.has(field.name) || !NUMBERED_KINDS.has(field.kind)) continue;
    const read = readNumberedCell(field, current());
    if (read === undefined) continue;
    choices.set(field.name, choiceOf(field, { ...read, share: UNCAPTIONED_SHARE }, layout));
    for (const word of read.words) claimed.add(word);
  }
  // Some issuers print captions below the values: unread and unclaimed words above a caption belong to it.
  for (const field of form.fields) {
    if (!choices.has(field.name) && field.place === undefined && !isMarked(field)) take(field, 'above');
  }
  for (const [name, value] of numbersBeside(layout, claimed)) {
    const wanted = form.fields.find((field) => field.name === name && !choices.has(name));
    if (wanted !== undefined) choices.set(name, choiceOf(wanted, { ...value, share: UNCAPTIONED_SHARE }, layout));
  }
  const wordsOf = (name: string) =>
    choices.get(name)?.spans.flatMap(({ segment, start, end }) => segment.words.slice(start, end)) ?? [];
  const parties = {
    payer: [...wordsOf('payer_name'), ...wordsOf('payer_address')],
    recipient: [...wordsOf('recipient_name'), ...wordsOf('recipient_address')],
  };
  for (const [name, value] of partiesByPlace(layout, captionWords, parties)) {
    const wanted = form.fields.find((field) => field.name === name && !choices.has(name));
    if (wanted !== undefined) choices.set(name, choiceOf(wanted, value, layout));
  }
  const year = form.yearly === true ? formYear(layout) : undefined;
  if (year !== undefined)
    choices.set('tax_year', choiceOf({ name: 'tax_year', box: form.id }, { ...year, share: 1 }, layout));
  restoreCents(choices, new Set(form.fields.flatMap(({ kind, name }) => (kind === 'amount' ? [name] : []))));
  const checks = [...withWidgets(choices, current()), ...copyChecks(choices)];
  const reading = withArithmetic(choices);
  return { ...reading, checks: [...reading.checks, ...checks] };
}

function isMarked({ kind }: FormField): boolean {
  return kind === 'mark' || kind === 'checkbox';
}

/** The `copies:<field>` checks cited by fields. */
function copyChecks(choices: Choices): Check[] {
  return [...choices].flatMap(([name, { value, checks }]) => {
    const rule = `copies:${name}`;
    return checks.includes(rule)
      ? [{ rule, ok: true, detail: `all copies of the form on the page show ${value}` }]
      : [];
  });
}

function choiceOf(field: Pick<FormField, 'name' | 'box'>, read: FieldReading, layout: PageLayout): Choice {
  const repeated = (read.copies ?? 1) > 1;
  return {
    value: read.value,
    spans: spansOf(layout, read.words),
    score: SCORE - (1 - read.share) * PARTIAL_COST,
    rule: `form-box:${field.box ?? field.name}`,
    alternatives: [],
    checks: repeated ? [`copies:${field.name}`] : [],
    proof: repeated,
    ambiguous: false,
  };
}

function joined(first: Choice, second: Choice): Choice {
  return {
    ...first,
    value: `${first.value}, ${second.value}`,
    spans: [...first.spans, ...second.spans],
    score: Math.min(first.score, second.score),
  };
}
