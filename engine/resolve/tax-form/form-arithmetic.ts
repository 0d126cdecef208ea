import type { Check } from '#core/domain/result';
import type { Choices } from '../base/choice.ts';

/** The chosen boxes of a form and the checks of its own arithmetic. */
export interface FormReading {
  readonly choices: Choices;
  readonly checks: readonly Check[];
}

/** Employee tax rates (26 U.S.C. 3101), unchanged since 1990. */
const PAYROLL_TAXES = [
  { tax: 'box4_social_security_tax', wages: ['box3_social_security_wages', 'box7_social_security_tips'], rate: 0.062 },
  { tax: 'box6_medicare_tax', wages: ['box5_medicare_wages'], rate: 0.0145 },
] as const;
/** Taxes are rounded at each payment: the annual sum may be off by this many dollars. */
const ROUNDING = 0.05;
/** A smaller tax is within the rounding of many small wages, in particular a tax of zero. */
const LEAST_TAX = 1;

/** Payroll taxes that follow from the wages beside them confirm both; a mismatch is ignored (corrections, limits). */
export function withArithmetic(choices: Choices): FormReading {
  const checks: Check[] = [];
  for (const { tax, wages, rate } of PAYROLL_TAXES) {
    const withheld = choices.get(tax);
    if (withheld === undefined) continue;
    // Tips are reported separately from the wages or, on some forms, included in them.
    for (const bases of [wages, wages.slice(0, 1)]) {
      const parts = bases.flatMap((name) => choices.get(name) ?? []);
      const base = parts.reduce((sum, part) => sum + Number(part.value), 0);
      if (
        parts.length < bases.length ||
        Number(withheld.value) <= LEAST_TAX ||
        Math.abs(base * rate - Number(withheld.value)) > ROUNDING
      )
        continue;
      const rule = `payroll_tax:${tax}`;
      const sum = parts.map((part) => part.value).join(' + ');
      checks.push({ rule, ok: true, detail: `(${sum}) × ${rate} = ${withheld.value}` });
      for (const name of [tax, ...bases]) {
        const choice = choices.get(name);
        // Tips of zero are not part of the sum.
        if (choice !== undefined && Number(choice.value) !== 0)
          choices.set(name, { ...choice, checks: [...choice.checks, rule], proof: true });
      }
      break;
    }
  }
  return { choices, checks };
}
