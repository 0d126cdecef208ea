import { findCaptions } from '../candidates/form-captions.ts';
import { IDENTITY_CARD } from '../documents/identity/identity-card.data.ts';
import type { FormField } from '../documents/tax-forms/index.ts';
import type { PageLayout } from '../layout/lines.ts';
import type { Word } from '../model.ts';
import { findDates } from '../normalise/dates.ts';
import type { Choice, Choices } from './choice.ts';
import { type CaptionedPage, captionKey, type FieldReading, readField } from './form-field.ts';
import { spansOf } from './word-spans.ts';

/** Strength of a value beside its label and of one below it: cards are small and their rows close. */
const BESIDE = 0.86;
const BELOW = 0.8;
const PAGES_SEARCHED = 2;

/** What the readable part of an identity document says beside and below its labels. */
export function resolveIdLabels(layouts: readonly PageLayout[]): Choices {
  const choices: Choices = new Map();
  for (const layout of layouts.slice(0, PAGES_SEARCHED)) {
    const captions = findCaptions(layout, patterns());
    const claimed = new Set<Word>(captions.flatMap(({ words }) => words));
    const page = { layout, captions, claimed };
    for (const field of IDENTITY_CARD.fields) {
      if (choices.has(field.name)) continue;
      const choice = choiceOf(field, page, 'right', BESIDE) ?? choiceOf(field, page, 'below', BELOW);
      if (choice !== undefined) choices.set(field.name, choice);
    }
  }
  return choices;
}

function patterns() {
  const fields = IDENTITY_CARD.fields.map((field) => ({
    key: captionKey(field),
    phrases: field.caption.split('|'),
    inside: true as const,
  }));
  return [
    ...fields,
    ...IDENTITY_CARD.borders.map((border) => ({ key: border, phrases: [border], inside: true as const })),
  ];
}

function choiceOf(
  field: FormField,
  page: CaptionedPage,
  place: 'right' | 'below',
  strength: number,
): Choice | undefined {
  const read = readField({ ...field, place }, page);
  if (read === undefined || !isPlausible(field, read)) return undefined;
  return {
    value: read.value,
    spans: spansOf(page.layout, read.words),
    score: strength * read.share,
    rule: `id-label:${field.name}/${place}`,
    alternatives: [],
    checks: [],
    proof: false,
    ambiguous: field.kind === 'date' && isOpen(read),
  };
}

/** Labels of other languages and numbers of fields are no names; a sex is one of three letters. */
function isPlausible({ name }: FormField, { value }: FieldReading): boolean {
  if (name === 'sex') return /^[MFX]$/.test(value);
  if (name === 'document_number') return value.length >= 5;
  if (name === 'surname' || name === 'given_names') return /^\p{Lu}[\p{L}.' -]+$/u.test(value) && !value.includes('/');
  return true;
}

/** Day and month may be either. */
function isOpen({ words }: FieldReading): boolean {
  return findDates(words.map(({ text }) => text).join(' ')).some(({ ambiguous }) => ambiguous);
}
