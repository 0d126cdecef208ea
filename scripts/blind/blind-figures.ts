import { formatShare } from '../score/format-table.ts';
import type { DocumentScore } from '../score/judge-document.ts';
import type { TableScore } from '../score/judge-tables.ts';
import type { CorpusScore } from '../score/score-corpus.ts';
import { addTallies, ratesOf } from '../score/summarise.ts';
import { found, microF1, perfectTables, provedShare, rowsF1, share } from '../score/target-measures.ts';

/** Values from this confidence on count as stated with confidence. */
const CONFIDENT = 0.9;
/** Row that sums up every kind of an archive. */
const ALL = 'all';

export const FIGURE_HEADER = [
  'kind',
  'n',
  'F1',
  'total',
  'vendor name',
  'rows F1',
  'perfect tables',
  'type',
  'stated ≥ .90, not proved',
  'wrong',
  'proved',
  'wrong',
  'share proved',
  'cell F1 of tables',
  'character errors of texts',
  'ms a page, p50',
] as const;

/** One row for each kind of document (the folders of an archive), and one for all of them. */
export function blindFigures(score: CorpusScore): readonly (readonly string[])[] {
  const kinds = [...new Set([...score.documents, ...score.failures].map(({ set }) => set))].sort();
  const rows = kinds.map((kind) =>
    figuresOf(
      kind,
      score.documents.filter(({ set }) => set === kind),
      score.msPerPage[kind]?.p50,
    ),
  );
  return [...rows, overall(score)];
}

function overall(score: CorpusScore): readonly string[] {
  const row = figuresOf(ALL, score.documents);
  const others = [cellF1(score.tables), meanOf(score.texts.map(({ characterErrorRate }) => characterErrorRate))];
  return [...row.slice(0, -3), ...others.map(formatShare), row.at(-1) ?? ''];
}

function figuresOf(kind: string, documents: readonly DocumentScore[], ms?: number): readonly string[] {
  const shares = [
    microF1(documents),
    found(documents, 'total_amount'),
    found(documents, 'vendor_name'),
    rowsF1(documents),
    perfectTables(documents),
    share(documents.filter(({ typeRight }) => typeRight).length, documents.length),
  ];
  return [
    kind,
    String(documents.length),
    ...shares.map(formatShare),
    ...confidentOf(documents).map(String),
    ...provedOf(documents).map(String),
    formatShare(provedShare(documents)),
    '–',
    '–',
    ms === undefined ? '–' : ms.toFixed(0),
  ];
}

/** Fields stated with confidence and without proof, and how many of them are wrong. */
function confidentOf(documents: readonly DocumentScore[]): readonly [number, number] {
  const stated = documents.flatMap(({ fields }) =>
    fields.filter(({ state, confidence }) => state !== 'proved' && (confidence ?? 0) >= CONFIDENT),
  );
  return [stated.length, stated.filter(({ verdict }) => verdict !== 'right').length];
}

/** Proved fields and cells of line items, and how many of them are wrong. */
function provedOf(documents: readonly DocumentScore[]): readonly [number, number] {
  const fields = documents.flatMap((document) => document.fields.filter(({ state }) => state === 'proved'));
  const items = documents.flatMap(({ lineItems }) => lineItems ?? []);
  const sum = (of: (item: (typeof items)[number]) => number) => items.reduce((total, item) => total + of(item), 0);
  return [
    fields.length + sum(({ proved }) => proved),
    fields.filter(({ verdict }) => verdict !== 'right').length + sum(({ provedWrong }) => provedWrong),
  ];
}

function cellF1(tables: readonly TableScore[]): number | undefined {
  return tables.length === 0 ? undefined : ratesOf(addTallies(tables.map(({ cells }) => cells))).f1;
}

function meanOf(values: readonly number[]): number | undefined {
  return share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}
