import { isKind } from '../../candidates/candidate.ts';
import type { Units } from '../../normalise/decimal.ts';
import type { ResolveContext } from '../base/context.ts';
import { amountUnits, isOpenAmount } from '../base/locale.ts';
import type { SumChain } from './sum-chain.ts';
import type { RoleAmount } from './totals-candidates.ts';

/** Each labelled part of a proof must read at least this well. */
const PROOF_PART_SCORE = 0.55;

/** Three different labelled amounts that are not zero and stand at different places, each read in only one way. */
export function isStrong(chain: SumChain, context: ResolveContext): boolean {
  if (chain.subtotal === undefined || chain.tax.length === 0 || taxOf(chain) === 0) return false;
  const parts = partsOf(chain, chain.subtotal);
  return parts.every((part) => isClear(part, context)) && standApart(parts) && signHolds(chain, context);
}

/**
 * The rows of the document add up to the chain's sub-total: one amount of the chain is known without its label, and
 * the labels of the others close the sum. Without a tax the total must be the largest amount that is printed, or a
 * larger one may be the true total under a label nobody knows.
 */
export function isProvedByRows(chain: SumChain, rowSum: Units | undefined, context: ResolveContext): boolean {
  if (rowSum === undefined || !isClear(chain.total, context) || !signHolds(chain, context)) return false;
  if (chain.subtotal === undefined) {
    return chain.total.units === rowSum && taxOf(chain) === 0 && isLargest(chain.total.units, context);
  }
  if (!chain.closes || chain.subtotal.units !== rowSum) return false;
  const parts = partsOf(chain, chain.subtotal);
  if (!parts.every((part) => isClear(part, context))) return false;
  return taxOf(chain) !== 0 ? standApart(parts) : isLargest(chain.total.units, context);
}

/** A labelled amount that is the sum of the rows, and read in only one way. */
export function isRowSum(amount: RoleAmount, rowSum: Units | undefined, context: ResolveContext): boolean {
  return amount.units === rowSum && isClear(amount, context);
}

export function taxOf(chain: SumChain): Units {
  return chain.tax.reduce((sum, part) => sum + part.units, 0);
}

/** No page prints a larger amount of money; what a company's capital is does not count. */
export function isLargest(units: Units, context: ResolveContext): boolean {
  return context.pages.every((page) =>
    [...page.candidates.values()]
      .flat()
      .filter(isKind('amount'))
      .every(
        (amount) =>
          amount.form === 'bare' ||
          (amountUnits(amount, context.locale) ?? 0) <= units ||
          /[ck]apital/i.test(amount.segment.text),
      ),
  );
}

function partsOf(chain: SumChain, subtotal: RoleAmount): readonly RoleAmount[] {
  return [chain.total, subtotal, ...chain.tax, ...chain.extras.map((extra) => extra.amount)];
}

function isClear(part: RoleAmount, context: ResolveContext): boolean {
  const first = part.candidates[0];
  return part.score >= PROOF_PART_SCORE && (first === undefined || !isOpenAmount(first, context.locale));
}

function standApart(parts: readonly RoleAmount[]): boolean {
  return new Set(parts.map((part) => part.candidates[0])).size === parts.length;
}

/** A total below zero is a credit whose sign is a matter of the type; nothing on the page proves it. */
function signHolds(chain: SumChain, context: ResolveContext): boolean {
  return chain.total.units >= 0 || context.documentType === 'credit_note';
}
