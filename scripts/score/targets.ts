import { KEY_FIELDS } from '#core/domain/fields';
import { formatShare } from './format-table.ts';
import type { DocumentScore, FieldScore } from './judge-document.ts';
import type { CorpusScore } from './score-corpus.ts';
import {
  found,
  meanGrounding,
  microF1,
  perfectTables,
  provedShare,
  rowsF1,
  share,
  wrongAmongProved,
} from './target-measures.ts';

/** Source of the figures. */
export type Measured = Pick<CorpusScore, 'documents' | 'sets' | 'behaviour'>;

/** Targets by kind: minimums for shares, maximums for error rates. */
export interface Target {
  readonly kind: string;
  readonly least: number;
  readonly goal: number;
  /** True if lower is better. */
  readonly ceiling?: true;
  /** Undefined if this run read no such document. */
  measure(score: Measured): number | undefined;
}

const RECEIPTS = ['receipts-sroie', 'receipts-wild', 'receipts-misc'];
const DIGITAL_INVOICES = ['einvoices-stripped', 'invoices'];
const CODED = ['tax', 'ids', 'qr-bills'];
const STRUCTURED = ['einvoices', 'einvoices-xml'];
/** Minimum similarity at which a receipt's vendor counts as found. */
const SIMILAR_VENDOR = 0.85;

type Chosen = readonly DocumentScore[];

const ofSets = (score: Measured, sets: readonly string[]): Chosen =>
  score.documents.filter((document) => sets.includes(document.set));
const digital = (documents: Chosen): Chosen => documents.filter((document) => document.origin === 'digital');
const pictures = (documents: Chosen): Chosen => documents.filter((document) => document.origin === 'picture');
const digitalInvoices = (score: Measured) => digital(ofSets(score, DIGITAL_INVOICES));
/** Documents read from their pages, without an embedded e-invoice. */
const readFromPages = (score: Measured): Chosen =>
  score.documents.filter((document) => !STRUCTURED.includes(document.set));
const isKey = ({ field }: FieldScore) => KEY_FIELDS.has(field);

/** A run over a whole corpus. */
export const TARGETS: readonly Target[] = [
  {
    kind: 'e-invoices with their XML, all fields, micro F1',
    least: 0.995,
    goal: 1,
    measure: (score) => microF1(ofSets(score, STRUCTURED)),
  },
  {
    kind: 'digital invoices, key fields, micro F1',
    least: 0.95,
    goal: 0.98,
    measure: (score) => microF1(digitalInvoices(score), isKey),
  },
  {
    kind: 'digital invoices, total found',
    least: 0.97,
    goal: 0.99,
    measure: (score) => found(digitalInvoices(score), 'total_amount'),
  },
  {
    kind: 'digital invoices, line items, row F1',
    least: 0.9,
    goal: 0.95,
    measure: (score) => rowsF1(digitalInvoices(score)),
  },
  {
    kind: 'digital invoices, perfect tables',
    least: 0.65,
    goal: 0.8,
    measure: (score) => perfectTables(digitalInvoices(score)),
  },
  {
    kind: 'receipts end to end, total found',
    least: 0.85,
    goal: 0.92,
    measure: (score) => found(ofSets(score, RECEIPTS), 'total_amount'),
  },
  {
    kind: 'receipts end to end, date found',
    least: 0.85,
    goal: 0.92,
    measure: (score) => found(ofSets(score, RECEIPTS), 'transaction_date'),
  },
  {
    kind: 'receipts end to end, vendor similar',
    least: 0.7,
    goal: 0.82,
    measure: (score) => found(ofSets(score, RECEIPTS), 'vendor_name', SIMILAR_VENDOR),
  },
  {
    kind: 'tax forms, ids, QR bills, digital, micro F1',
    least: 0.95,
    goal: 0.99,
    measure: (score) => microF1(digital(ofSets(score, CODED))),
  },
  {
    kind: 'tax forms, ids, QR bills, pictures, micro F1',
    least: 0.85,
    goal: 0.95,
    measure: (score) => microF1(pictures(ofSets(score, CODED))),
  },
  {
    kind: 'document type',
    least: 0.95,
    goal: 0.99,
    measure: ({ documents }) => share(documents.filter(({ typeRight }) => typeRight).length, documents.length),
  },
  {
    kind: 'grounding F1 of right values',
    least: 0.85,
    goal: 0.95,
    measure: ({ documents }) => meanGrounding(documents),
  },
  { kind: 'wrong among proved', least: 0.005, goal: 0, ceiling: true, measure: wrongAmongProved },
  {
    kind: 'share proved of key fields, digital pages',
    least: 0.5,
    goal: 0.75,
    measure: (score) => provedShare(digital(readFromPages(score))),
  },
  {
    kind: 'share proved of key fields, pictures',
    least: 0.25,
    goal: 0.5,
    measure: (score) => provedShare(pictures(readFromPages(score))),
  },
  {
    kind: 'damaged and odd files end as expected',
    least: 1,
    goal: 1,
    measure: ({ behaviour }) => share(behaviour.filter(({ right }) => right).length, behaviour.length),
  },
];

/** Generated documents with layouts and words that nothing was fitted to; measured by `npm run held-out`. */
export const HELD_OUT_TARGETS: readonly Target[] = [
  {
    kind: 'advertising orders, layouts held out',
    least: 0.7,
    goal: 0.85,
    measure: (score) => microF1(ofSets(score, ['made-ad-orders-held-out'])),
  },
  {
    kind: 'advertising orders, layouts held out, unknown words',
    least: 0.7,
    goal: 0.85,
    measure: (score) => microF1(ofSets(score, ['made-ad-orders-unseen-words'])),
  },
];

/** A run over receipts with gold words. */
export const GOLD_WORD_TARGETS: readonly Target[] = [
  {
    kind: 'receipts from gold words, total found',
    least: 0.97,
    goal: 0.985,
    measure: (score) => found(ofSets(score, RECEIPTS), 'total_amount'),
  },
  {
    kind: 'receipts from gold words, date found',
    least: 0.99,
    goal: 0.99,
    measure: (score) => found(ofSets(score, RECEIPTS), 'transaction_date'),
  },
  {
    kind: 'receipts from gold words, all fields, micro F1',
    least: 0.93,
    goal: 0.945,
    measure: (score) => microF1(ofSets(score, RECEIPTS), ({ noisy }) => !noisy),
  },
];

/** Rows of the table: kind, minimum, goal, result, verdict. Kinds that the run did not measure are left out. */
export function targetRows(score: Measured, targets: readonly Target[]): readonly (readonly string[])[] {
  return targets.flatMap((target) => {
    const reached = target.measure(score);
    return reached === undefined
      ? []
      : [
          [
            target.kind,
            limit(target, target.least),
            limit(target, target.goal),
            formatShare(reached),
            verdict(target, reached),
          ],
        ];
  });
}

function limit({ ceiling }: Target, value: number): string {
  return ceiling ? `≤ ${formatShare(value)}` : formatShare(value);
}

function verdict({ ceiling, least, goal }: Target, reached: number): string {
  const meets = (wanted: number) => (ceiling ? reached <= wanted : reached >= wanted);
  if (meets(goal)) return 'goal';
  return meets(least) ? 'reached' : 'missed';
}
