import type { Check } from '#core/domain/result';
import type { StructuredInvoice, StructuredSums, StructuredValue } from '#engine/model';
import { formatUnits, toUnits, type Units } from '../../normalise/decimal.ts';

/** A sum rule of EN 16931-1 (section 6.4.3) and the fields it confirms. */
export interface SumCheck extends Check {
  readonly fields: readonly string[];
}

interface Term {
  readonly sign: 1 | -1;
  readonly value: StructuredValue | undefined;
}

/** The arithmetic rules of EN 16931 whose operands the invoice states. A rule without operands is left out, not passed. */
export function checkSums(invoice: StructuredInvoice): SumCheck[] {
  const sums = invoice.sums;
  if (sums === undefined) return [];
  const { lineNet, taxBasis, tax, grandTotal, duePayable } = sums;
  const lines = invoice.lineItems.map((line) => line['amount']);
  const linesComplete = lines.length > 0 && lines.every((amount) => amount !== undefined);
  const groups = sums.taxGroups.map((group) => group.tax);
  const groupsComplete = groups.length > 0 && groups.every((amount) => amount !== undefined);
  return [
    linesComplete ? rule('BR-CO-10', ['subtotal_amount'], lines.map(plus), lineNet) : undefined,
    lineNet && rule('BR-CO-13', ['subtotal_amount'], basisTerms(sums, lineNet), taxBasis),
    groupsComplete ? rule('BR-CO-14', ['tax_amount'], groups.map(plus), tax) : undefined,
    taxBasis &&
      rule('BR-CO-15', ['subtotal_amount', 'tax_amount', 'total_amount'], [plus(taxBasis), plus(tax)], grandTotal),
    grandTotal && rule('BR-CO-16', ['total_amount', 'amount_due'], dueTerms(sums, grandTotal), duePayable),
  ].filter((check) => check !== undefined);
}

function basisTerms(sums: StructuredSums, lineNet: StructuredValue): Term[] {
  return [plus(lineNet), { sign: -1, value: sums.allowances }, plus(sums.charges)];
}

function dueTerms(sums: StructuredSums, grandTotal: StructuredValue): Term[] {
  return [plus(grandTotal), { sign: -1, value: sums.prepaid }, plus(sums.rounding)];
}

function plus(value: StructuredValue | undefined): Term {
  return { sign: 1, value };
}

function rule(
  name: string,
  fields: readonly string[],
  terms: readonly Term[],
  stated: StructuredValue | undefined,
): SumCheck | undefined {
  const result = stated === undefined ? undefined : toUnits(stated.value);
  if (result === undefined) return undefined;
  let total: Units = 0;
  let detail = '';
  for (const { sign, value } of terms) {
    if (value === undefined) continue;
    const units = toUnits(value.value);
    if (units === undefined) return undefined;
    total += sign * units;
    detail += `${detail === '' ? '' : sign < 0 ? ' - ' : ' + '}${formatUnits(units)}`;
  }
  const ok = total === result;
  const relation = ok ? '=' : `= ${formatUnits(total)}, but the file states`;
  return { rule: `en16931:${name}`, ok, detail: `${detail} ${relation} ${formatUnits(result)}`, fields };
}
