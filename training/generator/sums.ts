import type { HouseStyle } from './house-style.ts';
import type { Item } from './item.ts';
import type { LayoutProgram } from './layout-program.ts';
import type { Random } from './random.ts';

/** The sums of a document in cents; missing ones are 0. */
export interface Sums {
  readonly rows: number;
  /** As a positive number. */
  readonly discount: number;
  readonly shipping: number;
  /** Rows minus discount plus shipping, without tax. */
  readonly net: number;
  /** In the order of the rates; empty where no tax is charged. */
  readonly taxes: readonly { readonly percent: number; readonly base: number; readonly tax: number }[];
  readonly tax: number;
  readonly tip: number;
  readonly rounding: number;
  readonly total: number;
  readonly previous: number;
  readonly paid: number;
  readonly due: number;
  /** Row prices include the tax. */
  readonly inclusive: boolean;
}

export function inventSums(program: LayoutProgram, house: HouseStyle, items: readonly Item[], random: Random): Sums {
  const { country, taxRates } = house.locale;
  const receipt = program.kind === 'receipt';
  const inclusive = receipt && country !== 'US';
  const rows = items.reduce((sum, item) => sum + item.amount, 0);
  const discount = random.chance(receipt ? 0.08 : 0.15) ? Math.round((rows * random.pick([3, 5, 10])) / 100) : 0;
  const shipping = !receipt && random.chance(0.25) ? random.pick([490, 750, 995, 1500, 2400]) : 0;
  const untaxed = !inclusive && random.chance(0.08);
  const sum = rows - discount + shipping;
  const taxes = untaxed ? [] : taxesOf(items, rows, sum, inclusive, taxRates[0] ?? 0);
  const tax = taxes.reduce((all, part) => all + part.tax, 0);
  const net = inclusive ? sum - tax : sum;
  const gross = inclusive ? sum : sum + tax;
  const tip =
    receipt && country === 'US' && random.chance(0.3) ? Math.round((net * random.pick([15, 18, 20])) / 100) : 0;
  const rounded =
    house.currency === 'CHF' || ((house.currency === 'SEK' || house.currency === 'CZK') && random.chance(0.5));
  const step = house.currency === 'CHF' ? 5 : 100;
  const rounding = rounded ? Math.round(gross / step) * step - gross : 0;
  const total = gross + tip + rounding;
  const previous = program.kind === 'utility_bill' || random.chance(0.05) ? random.int(1000, 40_000) : 0;
  const paid = receipt
    ? 0
    : random.chance(0.12)
      ? random.pick([total, Math.round(total * 0.3), Math.round(total / 2)])
      : 0;
  const settled = program.kind === 'utility_bill' ? previous : 0;
  return {
    rows,
    discount,
    shipping,
    net,
    taxes,
    tax,
    tip,
    rounding,
    total,
    previous,
    inclusive,
    paid: paid + settled,
    due: total + previous - paid - settled,
  }; // prettier-ignore
}

function taxesOf(items: readonly Item[], rows: number, sum: number, inclusive: boolean, usual: number): Sums['taxes'] {
  const percents = [...new Set(items.map((item) => item.taxPercent))].sort((a, b) => b - a);
  const parts = percents.map((percent) => {
    const own = items.reduce((all, item) => all + (item.taxPercent === percent ? item.amount : 0), 0);
    // Discount and shipping use the usual rate, or the highest one present.
    const extra = percent === (percents.includes(usual) ? usual : percents[0]) ? sum - rows : 0;
    const base = own + extra;
    const tax = inclusive ? Math.round(base - base / (1 + percent / 100)) : Math.round((base * percent) / 100);
    return { percent, base: inclusive ? base - tax : base, tax };
  });
  return parts;
}
