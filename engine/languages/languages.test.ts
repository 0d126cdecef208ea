import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldText, tokenise } from '../normalise/fold-text.ts';
import { LANGUAGES } from './index.ts';
import { HEADING_ROLES, LABEL_ROLES, type Language, ROW_LABELS } from './language.ts';

/** Roles required to read a bill in the language. */
const NEEDED_LABELS = ['invoice_number', 'invoice_date', 'due_date', 'total', 'subtotal', 'tax', 'amount_due'] as const;
/** Lists of words that addresses are read by. */
const WORD_LISTS = ['legalForms', 'streetWords', 'countries', 'salutations', 'nameKeys', 'numberKeys'] as const;

function phrasesOf(language: Language): readonly string[] {
  const tables = [language.labels, language.typeEvidence, language.headings, language.rowLabels];
  return [...tables.flatMap((table) => Object.values(table ?? {}).flat()), ...listsOf(language).flat()];
}

/** The lists of plain words, without those of patterns. */
function listsOf(language: Language): readonly (readonly string[])[] {
  const { ownedBy, streetWords, placeWords, countries, nameKeys, numberKeys } = language;
  return [ownedBy, streetWords, placeWords, countries, nameKeys, numberKeys].map((list) => list ?? []);
}

function patternsOf({ legalForms, legalFormsAtEnd, salutations }: Language): readonly (readonly string[])[] {
  return [legalForms, legalFormsAtEnd, salutations].map((list) => list ?? []);
}

/** Word lists used by the engine that a language lacks. */
function gapsOf(language: Language): readonly string[] {
  return [
    ...NEEDED_LABELS.filter((role) => (language.labels?.[role] ?? []).length === 0).map((role) => `label:${role}`),
    ...(language.months === undefined ? ['months'] : []),
    ...(language.weekdays === undefined ? ['weekdays'] : []),
    ...(language.frequentWords === undefined ? ['frequentWords'] : []),
    ...WORD_LISTS.filter((list) => language[list] === undefined),
    ...((language.headings?.description ?? []).length === 0 ? ['heading:description'] : []),
    ...((language.rowLabels?.total ?? []).length === 0 ? ['row:total'] : []),
  ];
}

describe.each(LANGUAGES.map((language) => [language.code, language] as const))('%s', (_code, language) => {
  it('writes its phrases folded, as they are looked up', () => {
    const wrong = phrasesOf(language).filter((phrase) => {
      const text = phrase.replace(/^[~-]|-$/g, '');
      return foldText(text) !== text || tokenise(text).length === 0;
    });
    expect(wrong).toEqual([]);
  });

  it('lists each phrase of a role once', () => {
    const tables = [language.labels, language.typeEvidence, language.headings, language.rowLabels];
    const doubled = tables.flatMap((table) =>
      Object.entries(table ?? {}).flatMap(([role, phrases]) =>
        phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at).map((phrase) => `${role}: ${phrase}`),
      ),
    );
    expect(doubled).toEqual([]);
    for (const list of [...listsOf(language), ...patternsOf(language)]) expect(new Set(list).size).toBe(list.length);
  });

  it('writes patterns that compile and match more than nothing', () => {
    for (const pattern of patternsOf(language).flat()) expect(new RegExp(`^(?:${pattern})$`, 'u').test('')).toBe(false);
  });

  it('names twelve months and seven days, or none', () => {
    expect([undefined, 12]).toContain(language.months?.length);
    expect([undefined, 7]).toContain(language.weekdays?.length);
  });

  it('names what it lacks in `lacks`', () => expect(language.lacks ?? []).toEqual(gapsOf(language)));
});

it('names each language once, in a file of its code', () => {
  const codes = LANGUAGES.map(({ code }) => code);
  const files = readdirSync(import.meta.dirname).flatMap((name) => /^(\w+)\.data\.ts$/.exec(name)?.[1] ?? []);
  expect([...codes].sort()).toEqual(files.sort());
});

it('gives each language a precedence of its own', () => {
  expect(new Set(LANGUAGES.map(({ precedence }) => precedence)).size).toBe(LANGUAGES.length);
});

it('knows every role in at least one language', () => {
  const lacking = (roles: readonly string[], phrases: (language: Language, role: string) => unknown) =>
    roles.filter((role) => LANGUAGES.every((language) => phrases(language, role) === undefined));
  const at = (table: object | undefined, role: string) =>
    Object.entries(table ?? {}).find(([name]) => name === role)?.[1];
  expect(lacking(LABEL_ROLES, ({ labels }, role) => at(labels, role))).toEqual([]);
  expect(lacking(HEADING_ROLES, ({ headings }, role) => at(headings, role))).toEqual([]);
  expect(lacking(ROW_LABELS, ({ rowLabels }, role) => at(rowLabels, role))).toEqual([]);
});
