import { isKind } from '../../candidates/candidate.ts';
import type { Units } from '../../normalise/decimal.ts';
import { foldText } from '../../normalise/fold-text.ts';
import type { ResolveContext } from '../base/context.ts';
import { amountUnits, isOpenAmount } from '../base/locale.ts';
import type { SumChain } from './sum-chain.ts';
import type { RoleAmount, RoleAmounts } from './totals-candidates.ts';

/** Minimum score of each labelled part of a proof. */
const PROOF_PART_SCORE = 0.55;

/**
 * True if the chain has three different labelled non-zero amounts at different positions, each with a single reading,
 * and the total is not part of a larger sum.
 */
export function isStrong(chain: SumChain, roles: RoleAmounts, context: ResolveContext): boolean {
  if (chain.subtotal === undefined || chain.tax.length === 0 || taxOf(chain) === 0) return false;
  const parts = partsOf(chain, chain.subtotal);
  if (!parts.every((part) => isClear(part, context)) || !standApart(parts)) return false;
  return signHolds(chain, context) && !goesOn(chain, parts, roles, context);
}

/** Roles that are added to a sum under a label of their own. */
const ADDED_ROLES = ['tax', 'charges', 'shipping'] as const;

/**
 * True if a labelled amount outside the chain plus the chain's total gives another printed amount: that is the total.
 */
function goesOn(chain: SumChain, parts: readonly RoleAmount[], roles: RoleAmounts, context: ResolveContext): boolean {
  const used = new Set(parts.map(({ units }) => units));
  const added = ADDED_ROLES.flatMap((role) => roles[role])
    .filter(({ units, score }) => units > 0 && score >= PROOF_PART_SCORE && !used.has(units))
    .map(({ units }) => chain.total.units + units);
  return added.length > 0 && amountsOf(context).some((units) => added.includes(units));
}

/**
 * True if the document's rows add up to the chain's sub-total: one amount of the chain is then known without its label,
 * and the labels of the others complete the sum. Without a tax, the total must be the largest printed amount, since a
 * larger one may be the true total under an unknown label; and nothing may indicate that tax is added.
 */
export function isProvedByRows(
  chain: SumChain,
  roles: RoleAmounts,
  rowSum: Units | undefined,
  context: ResolveContext,
): boolean {
  if (rowSum === undefined || !isClear(chain.total, context) || !signHolds(chain, context)) return false;
  const untaxed = () => isLargest(chain.total.units, context) && !mayBeTaxed(roles, context);
  if (chain.subtotal === undefined) return chain.total.units === rowSum && taxOf(chain) === 0 && untaxed();
  if (!chain.closes || chain.subtotal.units !== rowSum) return false;
  const parts = partsOf(chain, chain.subtotal);
  if (!parts.every((part) => isClear(part, context))) return false;
  return taxOf(chain) !== 0 ? standApart(parts) && !goesOn(chain, parts, roles, context) : untaxed();
}

/** A tax beside the sums, or words for one that is not included. Folded. */
const TAX_ON_TOP =
  /\b(?:plus|zzgl|zuzuglich|exkl|excl|excluding|exclusive|before|net of|hors|sans|senza|sin|sem|ohne|bez|exclusief|ekskl)\b\W{0,3}(?:\w{1,12}\W{1,3}){0,2}(?:vat|tax|taxes|gst|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|taxe|iva|btw|moms|dph|pdv)\b|\+\s?(?:vat|gst|tax|mwst|ust|tva|iva|btw|moms)\b/;

function mayBeTaxed(roles: RoleAmounts, context: ResolveContext): boolean {
  if (roles.tax.some(({ units }) => units !== 0)) return true;
  return context.pages.some(({ layout }) =>
    layout.lines.some(({ segments }) => TAX_ON_TOP.test(foldText(segments.map(({ text }) => text).join(' ')))),
  );
}

/** True for a labelled amount that equals the sum of the rows and has a single reading. */
export function isRowSum(amount: RoleAmount, rowSum: Units | undefined, context: ResolveContext): boolean {
  return amount.units === rowSum && isClear(amount, context);
}

export function taxOf(chain: SumChain): Units {
  return chain.tax.reduce((sum, part) => sum + part.units, 0);
}

/** True if no page prints a larger amount of money, ignoring the company's registered capital. */
export function isLargest(units: Units, context: ResolveContext): boolean {
  return amountsOf(context).every((other) => other <= units);
}

/** All amounts of money on the pages, without the company's registered capital. */
function amountsOf(context: ResolveContext): readonly Units[] {
  return context.pages.flatMap((page) =>
    [...page.candidates.values()]
      .flat()
      .filter(isKind('amount'))
      .filter(({ form, segment }) => form !== 'bare' && !/[ck]apital/i.test(segment.text))
      .flatMap((amount) => amountUnits(amount, context.locale) ?? []),
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

/** A negative total is a credit whose sign depends on the document type; nothing on the page proves it. */
function signHolds(chain: SumChain, context: ResolveContext): boolean {
  return chain.total.units >= 0 || context.documentType === 'credit_note';
}
