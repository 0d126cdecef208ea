import { confidenceKind, interpolate } from '#engine/confidence/calibrate';
import { OPEN_READING } from '#engine/confidence/confidence';
import type { ConfidenceKind, Knot, ReadingSource } from '#engine/confidence/confidence-tables.data';
import { REAL_WEIGHT, type Sample, samplesByKind, tableOf } from './fit-tables.ts';
import { formatShare } from './format-table.ts';
import type { DocumentScore } from './judge-document.ts';
import type { ReportTable } from './report-tables.ts';
import { ratesOf } from './summarise.ts';

/** Probability from which the engine calls a value supported. */
const SUPPORTED_FROM = 0.9;

export interface HeldOutGroup {
  readonly name: string;
  readonly documents: readonly DocumentScore[];
}

/**
 * Expected accuracy for documents of an unknown issuer: each family counts once, however many documents it has, and
 * its probabilities come from tables fitted to all other documents. `real` and `made` must have been scored with
 * empty tables; `groups` are the rows of the report, each judged by its own families.
 */
export function heldOutTable(
  groups: readonly HeldOutGroup[],
  real: readonly DocumentScore[],
  made: readonly DocumentScore[],
): ReportTable {
  const rows = groups.map(({ name, documents }) => {
    const families = familiesOf(documents);
    const scores = [...families.values()].map((own) => microF1(own));
    const probabilities = [...families.values()].flatMap((own) => refitted(own, 'text', real, made));
    const supported = probabilities.filter(({ stated }) => stated >= SUPPORTED_FROM);
    const right = (values: readonly Stated[]) => values.filter((value) => value.right).length / values.length;
    const stated = probabilities.reduce((sum, value) => sum + value.stated, 0) / probabilities.length;
    const [low, high] = interval(scores);
    return [
      name,
      String(families.size),
      String(documents.length),
      formatShare(microF1(documents)),
      formatShare(mean(scores)),
      families.size > 1 ? `${formatShare(low)} – ${formatShare(high)}` : '–',
      formatShare(Math.min(...scores)),
      formatShare(stated),
      formatShare(right(probabilities)),
      supported.length === 0 ? '–' : formatShare(right(supported)),
    ];
  });
  return {
    title: 'Families held out',
    header: [
      'documents of',
      'families',
      'docs',
      'micro F1',
      'mean of families',
      '95 %',
      'worst',
      'stated',
      'right',
      'supported right',
    ],
    rows,
  };
}

export function familiesOf(documents: readonly DocumentScore[]): Map<string, DocumentScore[]> {
  const families = new Map<string, DocumentScore[]>();
  for (const document of documents) families.set(document.family, [...(families.get(document.family) ?? []), document]);
  return families;
}

function microF1(documents: readonly DocumentScore[]): number {
  const fields = documents.flatMap((document) => document.fields);
  return ratesOf({
    right: fields.filter(({ verdict }) => verdict === 'right').length,
    returned: fields.filter(({ verdict }) => verdict !== 'missing').length,
    labelled: fields.filter(({ verdict }) => verdict !== 'false_positive').length,
  }).f1;
}

export interface Stated {
  readonly stated: number;
  readonly right: boolean;
}

/** Unproved values of the family with the probability that tables fitted without it give them. */
export function refitted(
  family: readonly DocumentScore[],
  source: ReadingSource,
  real: readonly DocumentScore[],
  made: readonly DocumentScore[],
): readonly Stated[] {
  const out = new Set(family.map(({ family: name }) => name));
  const others = (documents: readonly DocumentScore[]) => documents.filter((document) => !out.has(document.family));
  const samples = merged(samplesByKind(others(real), source, REAL_WEIGHT), samplesByKind(others(made), source, 1));
  const tables = new Map<ConfidenceKind, readonly Knot[]>([...samples].map(([kind, list]) => [kind, tableOf(list)]));
  return family
    .flatMap((document) => document.fields)
    .flatMap(({ field, confidence, verdict, state }) =>
      confidence === undefined || confidence === OPEN_READING || state === 'proved'
        ? []
        : [{ stated: interpolate(tables.get(confidenceKind(field)) ?? [], confidence), right: verdict === 'right' }],
    );
}

function merged(
  first: ReadonlyMap<ConfidenceKind, readonly Sample[]>,
  second: ReadonlyMap<ConfidenceKind, readonly Sample[]>,
): Map<ConfidenceKind, readonly Sample[]> {
  const kinds = new Set([...first.keys(), ...second.keys()]);
  return new Map([...kinds].map((kind) => [kind, [...(first.get(kind) ?? []), ...(second.get(kind) ?? [])]]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Interval for the mean of further families, from the spread of these (normal approximation). */
function interval(values: readonly number[]): readonly [low: number, high: number] {
  const middle = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, values.length - 1);
  const half = 1.96 * Math.sqrt(variance / values.length);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
