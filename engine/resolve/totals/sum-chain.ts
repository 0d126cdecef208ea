import { EXTRAS, type Extra, type ExtraRole } from '#core/domain/field-roles';
import type { Units } from '../../normalise/decimal.ts';
import type { RoleAmount, RoleAmounts } from './totals-candidates.ts';

/** One assignment of amounts to roles. */
export interface SumChain {
  readonly subtotal: RoleAmount | undefined;
  /** Several if the document prints one tax per line without a sum of taxes. */
  readonly tax: readonly RoleAmount[];
  readonly total: RoleAmount;
  /** Signed extras in the sum: a discount is negative. */
  readonly extras: readonly { readonly role: ExtraRole; readonly amount: RoleAmount; readonly units: Units }[];
  /** Sub-total + extras + taxes = total. */
  readonly closes: boolean;
  readonly score: number;
}

/** Bonus of a closing chain, reduced for each extra it needs. */
const CLOSING_BONUS = 1.1;
const EXTRA_COST = 0.12;
/** A chain of zero tax closes trivially. */
const TRIVIAL_BONUS = 0.35;
/** Cost of a chain that does not close although all its parts are labelled. */
const BROKEN_COST = 0.25;

/** Returns all chains that the labelled amounts allow, best first. */
export function rankChains(roles: RoleAmounts): SumChain[] {
  const chains: SumChain[] = [];
  const extraSets = combineExtras(roles);
  const taxes = taxChoices(roles.tax);
  for (const total of roles.total) {
    for (const subtotal of [undefined, ...roles.subtotal]) {
      for (const tax of taxes) {
        for (const extras of extraSets) {
          if (subtotal === undefined && extras.length > 0) continue;
          chains.push(scoreChain(total, subtotal, tax, extras));
        }
      }
    }
  }
  return chains.sort((a, b) => b.score - a.score);
}

function scoreChain(
  total: RoleAmount,
  subtotal: RoleAmount | undefined,
  tax: readonly RoleAmount[],
  extras: SumChain['extras'],
): SumChain {
  const taxUnits = tax.reduce((sum, part) => sum + part.units, 0);
  const extraUnits = extras.reduce((sum, part) => sum + part.units, 0);
  const closes = subtotal !== undefined && subtotal.units + extraUnits + taxUnits === total.units;
  let score = total.score * 1.2;
  if (subtotal !== undefined) score += subtotal.score * 0.6;
  if (tax.length > 0)
    score += (tax.reduce((sum, part) => sum + part.score, 0) / tax.length) * 0.5 - 0.05 * (tax.length - 1);
  for (const extra of extras) score += extra.amount.score * 0.1;
  if (closes) {
    const trivial = taxUnits === 0 && extraUnits === 0;
    score += (trivial ? TRIVIAL_BONUS : CLOSING_BONUS) - EXTRA_COST * extras.length;
  } else {
    if (extras.length > 0) score -= 1;
    if (subtotal !== undefined && tax.length > 0) score -= BROKEN_COST;
    // Without tax, a total below its sub-total, or a tax above its total, is a wrong assignment.
    if (subtotal !== undefined && Math.abs(subtotal.units) > Math.abs(total.units)) score -= 0.3;
  }
  if (tax.length > 0 && Math.abs(taxUnits) >= Math.abs(total.units) && total.units !== 0) score -= 0.8;
  return { subtotal, tax, total, extras, closes, score };
}

/** No tax, each tax amount alone, or all distinct tax amounts of lines with one label together. */
function taxChoices(taxes: readonly RoleAmount[]): (readonly RoleAmount[])[] {
  const choices: (readonly RoleAmount[])[] = [[], ...taxes.map((tax) => [tax])];
  const strong = taxes.filter((tax) => tax.link.relation !== 'below' && tax.units !== 0);
  for (let i = 0; i < strong.length; i++) {
    for (let j = i + 1; j < strong.length; j++) {
      const [a, b] = [strong[i], strong[j]];
      if (a !== undefined && b !== undefined) choices.push([a, b]);
    }
  }
  // Central and state tax have one rate, and so one amount in two lines.
  for (const tax of strong) if (isPrintedTwice(tax)) choices.push([tax, tax]);
  if (strong.length > 2) choices.push(strong.slice(0, 4));
  return choices;
}

/** On neighbouring lines of one column; at other places it is the same tax again. */
function isPrintedTwice({ candidates: [first, second, third] }: RoleAmount): boolean {
  if (first === undefined || second === undefined || third !== undefined) return false;
  const [a, b] = [first.segment, second.segment];
  return a.page === b.page && Math.abs(a.line - b.line) === 1 && Math.abs(a.box[2] - b.box[2]) < a.size;
}

function combineExtras(roles: RoleAmounts): SumChain['extras'][] {
  let sets: SumChain['extras'][] = [[]];
  for (const extra of EXTRAS) {
    const options = roles[extra.role].slice(0, 2).flatMap((amount) => signed(extra, amount));
    sets = sets.flatMap((set) => [set, ...options.map((option) => [...set, option])]);
  }
  return sets.filter((set) => set.length <= 3);
}

function signed({ role, sign }: Extra, amount: RoleAmount): SumChain['extras'][number][] {
  if (amount.units === 0) return [];
  if (sign < 0) return [{ role, amount, units: -Math.abs(amount.units) }];
  if (role === 'rounding')
    return [
      { role, amount, units: amount.units },
      { role, amount, units: -amount.units },
    ];
  return [{ role, amount, units: amount.units }];
}
