import { isProvable, KEY_FIELDS } from '#core/domain/fields';
import type { DocumentScore, FieldScore } from './judge-document.ts';
import type { CorpusScore } from './score-corpus.ts';
import { ratesOf } from './summarise.ts';

/** Single figures over selected documents; each is undefined if there was nothing to measure. */

type Chosen = readonly DocumentScore[];

export function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

export function microF1(documents: Chosen, wanted: (field: FieldScore) => boolean = () => true): number | undefined {
  const fields = documents.flatMap((document) => document.fields.filter(wanted));
  if (fields.length === 0) return undefined;
  return ratesOf({
    right: fields.filter(({ verdict }) => verdict === 'right').length,
    returned: fields.filter(({ verdict }) => verdict !== 'missing').length,
    labelled: fields.filter(({ verdict }) => verdict !== 'false_positive').length,
  }).f1;
}

/** Share of a field's labelled values that were found, by the rule of their type or by a minimum similarity. */
export function found(documents: Chosen, name: string, similarity?: number): number | undefined {
  const fields = documents.flatMap((document) =>
    document.fields.filter(({ field, verdict }) => field === name && verdict !== 'false_positive'),
  );
  const good = fields.filter(({ verdict, score }) =>
    similarity === undefined ? verdict === 'right' : score >= similarity,
  );
  return share(good.length, fields.length);
}

export function rowsF1(documents: Chosen): number | undefined {
  const tables = documents.flatMap(({ lineItems }) => lineItems ?? []);
  if (tables.length === 0) return undefined;
  const sum = (of: (rows: (typeof tables)[number]['rows']) => number) =>
    tables.reduce((total, { rows }) => total + of(rows), 0);
  return ratesOf({
    right: sum(({ right }) => right),
    returned: sum(({ returned }) => returned),
    labelled: sum(({ labelled }) => labelled),
  }).f1;
}

export function perfectTables(documents: Chosen): number | undefined {
  const tables = documents.flatMap(({ lineItems }) => lineItems ?? []);
  return share(tables.filter(({ amountsPerfect }) => amountsPerfect).length, tables.length);
}

/** Labelled key values that are correct and proved. */
export function provedShare(documents: Chosen): number | undefined {
  const fields = documents.flatMap((document) =>
    document.fields.filter(
      ({ field, verdict }) => KEY_FIELDS.has(field) && isProvable(field) && verdict !== 'false_positive',
    ),
  );
  return share(fields.filter(({ state, verdict }) => state === 'proved' && verdict === 'right').length, fields.length);
}

export function meanGrounding(documents: Chosen): number | undefined {
  const places = documents.flatMap((document) =>
    document.fields.flatMap(({ verdict, grounding }) =>
      verdict === 'right' && grounding !== undefined ? [grounding] : [],
    ),
  );
  return share(
    places.reduce((sum, place) => sum + place, 0),
    places.length,
  );
}

export function wrongAmongProved(score: Pick<CorpusScore, 'sets'>): number | undefined {
  const sum = (of: (proof: { proved: number; wrong: number }) => number) =>
    score.sets.reduce((total, { proof }) => total + of(proof), 0);
  return share(
    sum(({ wrong }) => wrong),
    sum(({ proved }) => proved),
  );
}
