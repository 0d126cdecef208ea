import { isKind } from '../../candidates/candidate.ts';
import { foldText } from '../../normalise/fold-text.ts';
import type { ResolveContext } from '../base/context.ts';
import { amountUnits } from '../base/locale.ts';
import type { SumChain } from './sum-chain.ts';
import { taxOf } from './sum-proof.ts';
import type { RoleAmount } from './totals-candidates.ts';

/** Finds contradictions of chosen sums that have labels. */

/** Maximum number of rows of a rate table above or below the one that was read. */
const MAX_RATE_ROWS = 8;
/** Phrases for a tax included in the total, which needs no sum: "incl. VAT", "inkl. MwSt.", "TTC". Folded. */
const INCLUDED =
  /\binc(?:l|\b)|\binkl|\benthalt|\bincl|\bcompris|\bttc\b|\binbegr|\bdavon\b|\bdont\b|\bof which\b|\bhereof\b/;

/** True if the sums need review: they belong to one of several rates, or no sum includes a known tax. */
export function areDoubted(chain: SumChain, context: ResolveContext): boolean {
  return isOneRateOfSeveral(chain, context) || isTaxUnaccounted(chain, context);
}

/**
 * True if all parts were read from one row under column headings, another row fills the same columns, and the row is
 * not the sum of the others: a row of a tax rate table adds up by itself but is not the document's total.
 */
function isOneRateOfSeveral({ subtotal, tax, total }: SumChain, context: ResolveContext): boolean {
  const parts = [total, ...tax, ...(subtotal === undefined ? [] : [subtotal])];
  const [place] = total.candidates;
  if (parts.length < 2 || place === undefined) return false;
  const { page, line } = place.segment;
  const inRow = parts.every(({ link, candidates }) => {
    const segment = candidates[0]?.segment;
    return link.relation === 'below' && segment?.page === page && segment.line === line;
  });
  if (!inRow) return false;
  const others: (readonly number[])[] = [];
  for (let at = line - MAX_RATE_ROWS; at <= line + MAX_RATE_ROWS; at++) {
    const row = at === line ? undefined : rowUnder(parts, page, at, context);
    if (row !== undefined) others.push(row);
  }
  if (others.length === 0) return false;
  return !parts.every((part, index) => others.reduce((sum, row) => sum + (row[index] ?? 0), 0) === part.units);
}

/** The amounts of a line in the columns of the parts; undefined if one is empty. */
function rowUnder(
  parts: readonly RoleAmount[],
  page: number,
  at: number,
  context: ResolveContext,
): readonly number[] | undefined {
  const { layout, candidates } = context.pages[page - 1] ?? {};
  const amounts = (layout?.lines[at]?.segments ?? [])
    .flatMap((segment) => candidates?.get(segment) ?? [])
    .filter(isKind('amount'));
  const found = parts.map(({ candidates: [own] }) => {
    const column = own?.segment.box;
    const cell = amounts.find(
      ({ segment: { box } }) => column !== undefined && box[0] < column[2] && box[2] > column[0],
    );
    return cell === undefined ? undefined : amountUnits(cell, context.locale);
  });
  const row = found.filter((units) => units !== undefined);
  return row.length === parts.length ? row : undefined;
}

/**
 * True if a tax is known, no sum includes it, and nothing indicates that the total does. Receipt totals usually include
 * it.
 */
function isTaxUnaccounted(chain: SumChain, context: ResolveContext): boolean {
  if (context.documentType === 'receipt' || chain.closes || taxOf(chain) === 0) return false;
  return ![chain.total, ...chain.tax].some(({ link }) => INCLUDED.test(foldText(link.label.segment.text)));
}
