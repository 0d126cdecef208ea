import { clopperPearsonUpper } from './binomial.ts';
import type { DocumentScore, FieldScore } from './judge-document.ts';
import type { Tally } from './judge-line-items.ts';

export interface Rates extends Tally {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface FieldSummary extends Rates {
  readonly field: string;
  readonly noisy: boolean;
  /** Mean similarity over labelled values; for exact types the recall. */
  readonly meanScore: number;
  /** Mean word-level F1 of the place over the right values whose place is known; absent if none is known. */
  readonly grounding?: number;
  /** Share of the labelled values that are among the candidates; absent if nothing is known. */
  readonly candidateRecall?: number;
  readonly proved: number;
  readonly provedWrong: number;
}

export interface ProofSummary {
  /** Returned values that have a label. */
  readonly judged: number;
  readonly proved: number;
  readonly wrong: number;
  /** One-sided 95 % upper limit of wrong among proved. */
  readonly upperLimit: number;
}

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanConfidence: number;
  readonly right: number;
}

export interface LineItemSummary {
  readonly documents: number;
  readonly rows: Rates;
  readonly cells: Rates;
  readonly columns: Readonly<Record<string, Rates>>;
  readonly perfectTables: number;
  readonly flawlessTables: number;
}

export interface SetSummary {
  readonly set: string;
  readonly documents: number;
  readonly fields: readonly FieldSummary[];
  readonly all: Rates;
  /** The same, excluding fields whose labels are known to be noisy. */
  readonly clean: Rates;
  readonly allRightDocuments: number;
  readonly typeRight: number;
  /** Expected type → returned type → documents. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Exact string equality with the source's labels, micro; absent when the truth has none. */
  readonly strict?: Rates;
  readonly grounding?: number;
  readonly lineItems?: LineItemSummary;
  readonly proof: ProofSummary;
  readonly calibration: readonly CalibrationBin[];
}

const BIN_EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1];

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const mean = (values: readonly number[]) =>
  ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );

export function ratesOf(tally: Tally): Rates {
  const precision = ratio(tally.right, tally.returned);
  const recall = ratio(tally.right, tally.labelled);
  return {
    right: tally.right,
    returned: tally.returned,
    labelled: tally.labelled,
    precision,
    recall,
    f1: ratio(2 * precision * recall, precision + recall),
  };
}

function tallyOf(fields: readonly FieldScore[]): Tally {
  return {
    right: fields.filter((field) => field.verdict === 'right').length,
    returned: fields.filter((field) => field.verdict !== 'missing').length,
    labelled: fields.filter((field) => field.verdict !== 'false_positive').length,
  };
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({
      right: sum.right + tally.right,
      returned: sum.returned + tally.returned,
      labelled: sum.labelled + tally.labelled,
    }),
    { right: 0, returned: 0, labelled: 0 },
  );
}

function candidateRecallOf(fields: readonly FieldScore[]): { readonly candidateRecall?: number } {
  const known = fields.flatMap(({ candidate }) => (candidate === undefined ? [] : [Number(candidate)]));
  return known.length === 0 ? {} : { candidateRecall: mean(known) };
}

function groundingOf(fields: readonly FieldScore[]): { readonly grounding?: number } {
  const known = fields.flatMap((field) =>
    field.verdict === 'right' && field.grounding !== undefined ? [field.grounding] : [],
  );
  return known.length === 0 ? {} : { grounding: mean(known) };
}

function summariseField(field: string, scores: readonly FieldScore[]): FieldSummary {
  const labelled = scores.filter((score) => score.verdict !== 'false_positive');
  const proved = scores.filter((score) => score.state === 'proved');
  return {
    field,
    noisy: scores.some((score) => score.noisy),
    ...ratesOf(tallyOf(scores)),
    meanScore: mean(labelled.map((score) => score.score)),
    ...groundingOf(scores),
    ...candidateRecallOf(scores),
    proved: proved.length,
    provedWrong: proved.filter((score) => score.verdict !== 'right').length,
  };
}

function summariseLineItems(documents: readonly DocumentScore[]): LineItemSummary | undefined {
  const scores = documents.flatMap((document) => (document.lineItems ? [document.lineItems] : []));
  if (scores.length === 0) return undefined;
  const names = [...new Set(scores.flatMap((score) => Object.keys(score.cells)))].sort();
  const columns = names.map((name) => {
    const tallies = scores.flatMap((score) => (score.cells[name] ? [score.cells[name]] : []));
    return [name, addTallies(tallies)] as const;
  });
  return {
    documents: scores.length,
    rows: ratesOf(addTallies(scores.map((score) => score.rows))),
    cells: ratesOf(addTallies(columns.map(([, tally]) => tally))),
    columns: Object.fromEntries(columns.map(([name, tally]) => [name, ratesOf(tally)])),
    perfectTables: scores.filter((score) => score.amountsPerfect).length,
    flawlessTables: scores.filter((score) => score.flawless).length,
  };
}

/** Fields and line-item cells together. */
function summariseProof(documents: readonly DocumentScore[]): ProofSummary {
  const values = documents.flatMap((document) => document.fields.filter((field) => field.verdict !== 'missing'));
  const provedFields = values.filter((field) => field.state === 'proved');
  const items = documents.flatMap((document) => (document.lineItems ? [document.lineItems] : []));
  const returnedCells = items
    .flatMap((item) => Object.values(item.cells))
    .reduce((sum, cell) => sum + cell.returned, 0);
  const proved = provedFields.length + items.reduce((sum, item) => sum + item.proved, 0);
  const wrong =
    provedFields.filter((field) => field.verdict !== 'right').length +
    items.reduce((sum, item) => sum + item.provedWrong, 0);
  return { judged: values.length + returnedCells, proved, wrong, upperLimit: clopperPearsonUpper(wrong, proved) };
}

/** Reliability table: number of values returned with this confidence, and how many were correct. */
function calibrate(fields: readonly FieldScore[]): readonly CalibrationBin[] {
  return BIN_EDGES.slice(0, -1).map((from, index) => {
    const to = BIN_EDGES[index + 1] ?? 1;
    const inside = fields.flatMap((field) => {
      const { confidence } = field;
      const last = to === 1;
      return confidence !== undefined && confidence >= from && (confidence < to || last)
        ? [{ confidence, right: field.verdict === 'right' }]
        : [];
    });
    return {
      from,
      to,
      count: inside.length,
      meanConfidence: mean(inside.map((value) => value.confidence)),
      right: inside.filter((value) => value.right).length,
    };
  });
}

/** Mean gap between stated confidence and accuracy, weighted by values (expected calibration error). */
export function calibrationError(bins: readonly CalibrationBin[]): number {
  const total = bins.reduce((sum, bin) => sum + bin.count, 0);
  const gap = bins.reduce(
    (sum, bin) => sum + bin.count * Math.abs(bin.meanConfidence - ratio(bin.right, bin.count)),
    0,
  );
  return ratio(gap, total);
}

function confusionOf(documents: readonly DocumentScore[]): Record<string, Record<string, number>> {
  const table: Record<string, Record<string, number>> = {};
  for (const { expectedType, returnedType } of documents) {
    const row = table[expectedType] ?? {};
    table[expectedType] = row;
    row[returnedType] = (row[returnedType] ?? 0) + 1;
  }
  return table;
}

export function summariseSet(set: string, documents: readonly DocumentScore[]): SetSummary {
  const fields = documents.flatMap((document) => document.fields);
  const names = [...new Set(fields.map((field) => field.field))].sort();
  const raw = fields.filter((field) => field.strict !== undefined);
  const lineItems = summariseLineItems(documents);
  return {
    set,
    documents: documents.length,
    fields: names.map((name) =>
      summariseField(
        name,
        fields.filter((field) => field.field === name),
      ),
    ),
    all: ratesOf(tallyOf(fields)),
    clean: ratesOf(tallyOf(fields.filter((field) => !field.noisy))),
    allRightDocuments: documents.filter((document) => document.fields.length > 0 && document.allRight).length,
    typeRight: documents.filter((document) => document.typeRight).length,
    confusion: confusionOf(documents),
    ...(raw.length > 0 && {
      strict: ratesOf({
        right: raw.filter((field) => field.strict).length,
        returned: raw.filter((field) => field.verdict !== 'missing').length,
        labelled: raw.length,
      }),
    }),
    ...groundingOf(fields),
    ...(lineItems && { lineItems }),
    proof: summariseProof(documents),
    calibration: calibrate(fields),
  };
}
