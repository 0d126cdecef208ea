import { findCaptions } from '../../candidates/form-captions.ts';
import { IDENTITY_CARD, SOCIAL_SECURITY_CARD } from '../../documents/identity/identity-card.data.ts';
import type { FieldPlace, FormField, FormSpec } from '../../documents/tax-forms/index.ts';
import type { PageLayout } from '../../layout/lines.ts';
import type { Word } from '../../model.ts';
import { findDates } from '../../normalise/dates.ts';
import { tokenise } from '../../normalise/fold-text.ts';
import type { Choice, Choices } from '../base/choice.ts';
import { spansOf } from '../printed/word-spans.ts';
import { type CaptionedPage, captionKey, type FieldReading, readField } from '../tax-form/form-field.ts';
import { resolveLicence } from './licence.ts';

/** Scores of a value beside its label and below it: cards are small and their rows close together. */
const BESIDE = 0.86;
const BELOW = 0.8;
const PAGES_SEARCHED = 2;

/** Values beside and below the labels in the human-readable part of an identity document. */
export function resolveIdLabels(layouts: readonly PageLayout[]): Choices {
  const choices: Choices = new Map();
  for (const layout of layouts.slice(0, PAGES_SEARCHED)) {
    for (const [name, choice] of resolveLicence(layout)) if (!choices.has(name)) choices.set(name, choice);
    const card =
      findCaptions(layout, patternsOf(SOCIAL_SECURITY_CARD)).length > 0 ? SOCIAL_SECURITY_CARD : IDENTITY_CARD;
    const captions = findCaptions(layout, patternsOf(card));
    const claimed = new Set<Word>(captions.flatMap(({ words }) => words));
    const page = { layout, captions, claimed };
    for (const field of card.fields) {
      if (choices.has(field.name)) continue;
      const choice =
        field.place !== undefined || card === SOCIAL_SECURITY_CARD
          ? choiceOf(field, page, field.place ?? 'below', BELOW)
          : (choiceOf(field, page, 'right', BESIDE) ?? choiceOf(field, page, 'below', BELOW));
      if (choice !== undefined) choices.set(field.name, choice);
    }
  }
  return choices;
}

function patternsOf(card: FormSpec) {
  const fields = card.fields.map((field) => ({
    key: captionKey(field),
    phrases: field.caption.split('|'),
    inside: true as const,
  }));
  return [...fields, ...card.borders.map((border) => ({ key: border, phrases: [border], inside: true as const }))];
}

function choiceOf(field: FormField, page: CaptionedPage, place: FieldPlace, strength: number): Choice | undefined {
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

/** Labels in other languages and field numbers are not names; a sex is one of three letters. */
function isPlausible({ name }: FormField, { value }: FieldReading): boolean {
  if (name === 'sex') return /^[MFX]$/.test(value);
  if (name === 'document_number') return value.length >= 5;
  if (name === 'category') return /^[A-Z0-9]{1,6}$/.test(value);
  if (name === 'full_name') return isName(value);
  if (name === 'surname' || name === 'given_names') return isName(value) && !value.includes('/');
  return true;
}

function isName(value: string): boolean {
  const tokens = tokenise(value).map(({ text }) => text);
  return /^\p{Lu}[\p{L}.' -]+$/u.test(value) && !tokens.some((token) => CAPTION_WORDS.has(token));
}

/** Caption words that are not names: the label in another language is printed beside or below. */
const CAPTION_WORDS: ReadonlySet<string> = new Set(
  IDENTITY_CARD.fields.flatMap(({ caption }) => caption.split(/[| ]/).filter((word) => word.length > 4)),
);

/** True if day and month are interchangeable. */
function isOpen({ words }: FieldReading): boolean {
  return findDates(words.map(({ text }) => text).join(' ')).some(({ ambiguous }) => ambiguous);
}
