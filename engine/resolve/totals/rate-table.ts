import type { AmountCandidate } from '../../candidates/candidate.ts';
import type { PageCandidates } from '../../candidates/collect.ts';
import { formatUnits, type Units } from '../../normalise/decimal.ts';
import { type Choices, choiceOf } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { amountUnits } from '../base/locale.ts';

/**
 * Tables with one row for each tax rate, or for each item with its tax: net, tax and gross side by side. The row for all
 * is the one whose cells are the sums of those above, whatever marks it; without one, the rows are added up when their
 * gross amounts make a sum that is printed elsewhere.
 */

/** Net, tax and gross of a line, which add up. */
interface RateRow {
  readonly line: number;
  readonly net: AmountCandidate;
  readonly tax: AmountCandidate;
  readonly gross: AmountCandidate;
  readonly units: readonly [net: Units, tax: Units, gross: Units];
}

/** Sales taxes are below this share of the net amount in every country. */
const MAX_RATE = 0.35;
/** Rows of one table are at most this many lines apart. */
const LINES_APART = 3;
const LEAST_ROWS = 2;
/** Score of a printed row for all, which adds up both ways, and of sums that are computed. */
const PRINTED_SCORE = 0.93;
const COMPUTED_SCORE = 0.8;

const NAMES = ['subtotal_amount', 'tax_amount', 'total_amount'] as const;

/** Sets the sums of the row for all, where the chosen ones come from a single rate. */
export function settleByRateTable(choices: Choices, context: ResolveContext): void {
  for (const page of context.pages) {
    for (const table of tablesOf(page, context)) {
      const whole = table.find((row) => isSumOf(row, table));
      const parts = table.filter((row) => row !== whole);
      if (parts.length < LEAST_ROWS || !isOneOf(choices, parts)) continue;
      if (whole !== undefined) putRow(choices, whole);
      else putSums(choices, parts, context);
      return;
    }
  }
}

/** The chosen total or sub-total is that of a single row. */
function isOneOf(choices: Choices, rows: readonly RateRow[]): boolean {
  const [net, , gross] = NAMES.map((name) => choices.get(name)?.value);
  return rows.some(({ units }) => formatUnits(units[2]) === gross || formatUnits(units[0]) === net);
}

function putRow(choices: Choices, { net, tax, gross, units }: RateRow): void {
  for (const [i, span] of [net, tax, gross].entries()) {
    const name = NAMES[i];
    if (name === undefined) continue;
    const value = formatUnits(units[i] ?? 0);
    choices.set(
      name,
      choiceOf({ value, spans: [span], score: PRINTED_SCORE, rule: 'sum:rate_row', checks: ['sum_chain'] }),
    );
  }
  followTotal(choices, formatUnits(units[2]));
}

/** Adds the rows up when the sum of their gross amounts is printed outside of the table. */
function putSums(choices: Choices, rows: readonly RateRow[], context: ResolveContext): void {
  const sums = [0, 1, 2].map((i) => rows.reduce((sum, { units }) => sum + (units[i] ?? 0), 0));
  const gross = sums[2] ?? 0;
  const printed = context.pages
    .flatMap((page) => [...page.candidates.values()].flat())
    .find((found) => found.kind === 'amount' && amountUnits(found, context.locale) === gross);
  if (printed === undefined) return;
  for (const [i, name] of NAMES.entries()) {
    const spans = i === 2 ? [printed] : rows.map((row) => (i === 0 ? row.net : row.tax)).slice(0, 3);
    choices.set(
      name,
      choiceOf({ value: formatUnits(sums[i] ?? 0), spans, score: COMPUTED_SCORE, rule: 'sum:rate_rows' }),
    );
  }
  followTotal(choices, formatUnits(gross));
}

/** An amount due that was taken over from the total goes with it. */
function followTotal(choices: Choices, value: string): void {
  const due = choices.get('amount_due');
  const total = choices.get('total_amount');
  if (due?.rule === 'same_as:total_amount' && total !== undefined)
    choices.set('amount_due', { ...total, value, rule: 'same_as:total_amount', checks: [] });
}

function isSumOf(row: RateRow, table: readonly RateRow[]): boolean {
  const others = table.filter((other) => other !== row && other.line < row.line);
  return (
    others.length >= LEAST_ROWS &&
    row.units.every((units, i) => others.reduce((sum, other) => sum + (other.units[i] ?? 0), 0) === units)
  );
}

/** Runs of rows in the same columns. */
function tablesOf(page: PageCandidates, context: ResolveContext): readonly (readonly RateRow[])[] {
  const tables: RateRow[][] = [];
  for (const line of page.layout.lines) {
    const amounts = line.segments.flatMap((segment) =>
      (page.candidates.get(segment) ?? []).flatMap((found) =>
        found.kind === 'amount' && found.form !== 'bare' ? [found] : [],
      ),
    );
    if (amounts.length < NAMES.length) continue;
    context.pace.count(amounts.length);
    const row = rateRow(line.index, amounts, context);
    if (row === undefined) continue;
    const table = tables.at(-1);
    const last = table?.at(-1);
    if (table !== undefined && last !== undefined && row.line - last.line <= LINES_APART && aligned(row, last))
      table.push(row);
    else tables.push([row]);
  }
  return tables;
}

/** The last three amounts of a line that add up: the largest is the gross amount, the smallest the tax. */
function rateRow(line: number, amounts: readonly AmountCandidate[], context: ResolveContext): RateRow | undefined {
  const read = amounts
    .map((amount) => ({ amount, units: amountUnits(amount, context.locale) ?? 0 }))
    .slice(-MOST_COLUMNS)
    .toSorted((a, b) => b.units - a.units);
  const [gross] = read;
  if (gross === undefined || gross.units <= 0) return undefined;
  for (const net of read.slice(1)) {
    const tax = read.find(
      ({ amount, units }) =>
        amount !== net.amount && units > 0 && units + net.units === gross.units && units < net.units,
    );
    if (tax !== undefined && tax.units <= net.units * MAX_RATE)
      return {
        line,
        net: net.amount,
        tax: tax.amount,
        gross: gross.amount,
        units: [net.units, tax.units, gross.units],
      };
  }
  return undefined;
}

/** Columns of a line that are looked at, from the right. */
const MOST_COLUMNS = 6;

function aligned(a: RateRow, b: RateRow): boolean {
  const near = (x: AmountCandidate, y: AmountCandidate) =>
    x.segment.box[0] < y.segment.box[2] && x.segment.box[2] > y.segment.box[0];
  return near(a.net, b.net) && near(a.tax, b.tax) && near(a.gross, b.gross);
}
