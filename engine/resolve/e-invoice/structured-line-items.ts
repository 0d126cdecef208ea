import type { Evidence, FieldValue, LineItem } from '#core/domain/result';
import type { StructuredInvoice, StructuredValue } from '#engine/model';
import type { Line } from '../../layout/lines.ts';
import { type SightedPage, type Sighting, sightingsInLine } from '../printed/page-sightings.ts';
import { compact, type SightingKind } from '../printed/printed-values.ts';

type Row = Readonly<Record<string, StructuredValue>>;

const CELL_KINDS: Readonly<Record<string, SightingKind>> = {
  description: 'phrase',
  product_code: 'identifier',
  quantity: 'amount',
  unit_price: 'amount',
  amount: 'amount',
  tax_rate: 'amount',
  tax_amount: 'amount',
};
/** A printed row matches a row of the XML if its amount and this many other cells agree. */
const MIN_OTHER_CELLS = 2;
const AGREED = 0.995;
const XML_ONLY = 0.98;

/** The e-invoice's lines, each with the boxes of the printed row it was found in. */
export function resolveLineItems(invoice: StructuredInvoice, pages: readonly SightedPage[]): LineItem[] {
  const used = new Set<Line>();
  return invoice.lineItems.filter(isItem).map((row) => {
    const printed = findRow(row, pages, used);
    if (printed !== undefined) used.add(printed.line);
    const rule = `e-invoice:${invoice.syntax}`;
    return Object.fromEntries(
      Object.entries(row).map(([name, cell]) => {
        const sighting = printed?.cells.get(name);
        const whole = printed !== undefined && fillsCell(printed.line, sighting) && !LEADING_CODE.test(cell.value);
        return [name, toField(cell, sighting, rule, name !== 'description' || whole)];
      }),
    );
  });
}

/** False for headings and remarks, which some programs write as lines with zero quantity and zero amount. */
function isItem(row: Row): boolean {
  return Number(row['amount']?.value) !== 0 || Number(row['quantity']?.value ?? 1) !== 0;
}

/** A description that matches only part of its printed cell is incomplete. */
function fillsCell(line: Line, sighting: Sighting | undefined): boolean {
  return line.segments.some((segment) => compact(segment.text) === compact(sighting?.text ?? ''));
}

/** `[4711] Chair`: whether a code in brackets or signs belongs to the description is a matter of convention. */
const LEADING_CODE = /^[[({<*#|](?=[^\s\])}>*#|]*?\d)[^\s\])}>*#|]+[\])}>*#|]/;

interface PrintedRow {
  readonly line: Line;
  readonly cells: ReadonlyMap<string, Sighting>;
}

/** The unused line that prints the row's amount and most of its other cells. */
function findRow(row: Row, pages: readonly SightedPage[], used: ReadonlySet<Line>): PrintedRow | undefined {
  let best: PrintedRow | undefined;
  for (const { layout } of pages) {
    for (const line of layout.lines) {
      if (used.has(line)) continue;
      const cells = cellsInLine(row, line);
      if (!cells.has('amount') || cells.size - 1 < MIN_OTHER_CELLS) continue;
      if (best === undefined || cells.size > best.cells.size) best = { line, cells };
    }
  }
  return best;
}

/** Matched cells in the line, each at a different position: a quantity of 1 and a rate of 1 need two ones. */
function cellsInLine(row: Row, line: Line): ReadonlyMap<string, Sighting> {
  const cells = new Map<string, Sighting>();
  const taken = new Set<string>();
  // From the right: the amount is the last column, and equal numbers before it are prices or quantities.
  for (const name of ['amount', 'unit_price', 'quantity', 'tax_rate', 'tax_amount', 'product_code', 'description']) {
    const cell = row[name];
    const kind = CELL_KINDS[name];
    if (cell === undefined || kind === undefined) continue;
    const free = sightingsInLine(line, kind, cell.value).filter((sighting) => !taken.has(sighting.box.join()));
    const sighting = name === 'amount' ? free.at(-1) : free[0];
    if (sighting === undefined) continue;
    taken.add(sighting.box.join());
    cells.set(name, sighting);
  }
  return cells;
}

function toField(
  { value, path }: StructuredValue,
  sighting: Sighting | undefined,
  rule: string,
  whole: boolean,
): FieldValue {
  const place: Evidence =
    sighting === undefined
      ? { page: null, box: null, text: value, path }
      : { page: sighting.page, box: sighting.box, text: sighting.text, path };
  return {
    value,
    confidence: sighting === undefined ? XML_ONLY : AGREED,
    state: sighting === undefined || !whole ? 'supported' : 'proved',
    evidence: [place],
    checks: [],
    alternatives: [],
    rule,
  };
}
