import type { ReadingSource } from '#engine/confidence/confidence-tables.data';
import { ORIGIN_OF_SOURCE } from './fit-tables.ts';
import { formatShare } from './format-table.ts';
import { familiesOf, refitted, type Stated } from './held-out-families.ts';
import type { DocumentScore } from './judge-document.ts';
import type { ReportTable } from './report-tables.ts';

/** Upper bounds of the bins of stated probability; the last bin holds the rest. */
const BINS = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1] as const;
/** Coverage levels: shares of the values, most confident first, whose errors are counted. */
const COVERAGES = [0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 1] as const;
const SOURCES: readonly ReadingSource[] = ['text', 'ocr'];

/**
 * Reliability of stated probabilities by source: each family's values without proof get their probability from tables
 * fitted to all other families. All documents must have been scored with empty tables.
 */
export function reliabilityTable(real: readonly DocumentScore[], made: readonly DocumentScore[]): ReportTable {
  const rows = SOURCES.flatMap((source) => {
    const values = statedOf(source, real, made);
    return BINS.flatMap((to, index) => {
      const from = BINS[index - 1] ?? 0;
      const own = values.filter(({ stated }) => stated >= from && (stated < to || to === 1));
      if (own.length === 0) return [];
      const mean = own.reduce((sum, { stated }) => sum + stated, 0) / own.length;
      return [
        [source, `${formatShare(from)} – ${formatShare(to)}`, String(own.length), formatShare(mean), rightShare(own)],
      ];
    });
  });
  return { title: 'Reliability', header: ['source', 'stated', 'values', 'mean stated', 'right'], rows };
}

/** Errors among the most confident values, proved ones first: the risk of accepting that share without review. */
export function riskCoverageTable(real: readonly DocumentScore[], made: readonly DocumentScore[]): ReportTable {
  const rows = SOURCES.flatMap((source) => {
    const values = [...provedOf(source, [...real, ...made]), ...statedOf(source, real, made)].toSorted(
      (a, b) => b.stated - a.stated,
    );
    if (values.length === 0) return [];
    const risks = COVERAGES.map((share) => {
      const taken = values.slice(0, Math.round(share * values.length));
      return formatShare(taken.filter(({ right }) => !right).length / Math.max(1, taken.length));
    });
    return [[source, String(values.length), ...risks]];
  });
  return {
    title: 'Wrong among the surest values',
    header: ['source', 'values', ...COVERAGES.map((share) => `${Math.round(100 * share)} %`)],
    rows,
  };
}

function statedOf(
  source: ReadingSource,
  real: readonly DocumentScore[],
  made: readonly DocumentScore[],
): readonly Stated[] {
  const own = (documents: readonly DocumentScore[]) =>
    documents.filter(({ origin }) => origin === ORIGIN_OF_SOURCE[source]);
  return [...familiesOf([...own(real), ...own(made)]).values()].flatMap((family) =>
    refitted(family, source, real, made),
  );
}

function provedOf(source: ReadingSource, documents: readonly DocumentScore[]): readonly Stated[] {
  return documents
    .filter(({ origin }) => origin === ORIGIN_OF_SOURCE[source])
    .flatMap(({ fields }) => fields)
    .filter(({ state }) => state === 'proved')
    .map(({ verdict }) => ({ stated: 1, right: verdict === 'right' }));
}

function rightShare(values: readonly Stated[]): string {
  return formatShare(values.filter(({ right }) => right).length / values.length);
}
