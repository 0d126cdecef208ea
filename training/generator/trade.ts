import type { HouseStyle } from './house-style.ts';
import { addDays } from './house-style.ts';
import type { Item } from './item.ts';
import type { LayoutProgram } from './layout-program.ts';
import { inventFirm, inventPerson, type Party } from './party.ts';
import type { Random } from './random.ts';
import { inventSums, type Sums } from './sums.ts';

export type DocumentKind = 'invoice' | 'credit_note' | 'receipt' | 'purchase_order' | 'utility_bill' | 'bank_statement';

/** One row of an item table. Money in cents, quantities in thousandths. */
/** Content of a document, before anything is drawn. Dates are ISO 8601. */
export interface Trade {
  readonly kind: DocumentKind;
  readonly vendor: Party;
  readonly customer: Party;
  readonly shipTo: Party;
  readonly number: string;
  readonly date: string;
  readonly dueDays: number;
  readonly due: string;
  readonly delivery: string;
  readonly orderDate: string;
  readonly orderNumber: string;
  readonly poNumber: string;
  readonly customerId: string;
  readonly reference: string;
  readonly paymentReference: string;
  readonly period: readonly [string, string];
  readonly time: string;
  readonly items: readonly Item[];
  readonly sums: Sums;
}

export function inventTrade(program: LayoutProgram, house: HouseStyle, random: Random): Trade {
  const kind = program.kind === 'invoice' && random.chance(0.08) ? 'credit_note' : program.kind;
  const date = addDays('2019-01-03', random.int(0, 2500));
  const dueDays = random.pick([7, 10, 14, 30, 30, 45, 60]);
  const number = inventNumber(date, random);
  const orderNumber = inventNumber(date, random);
  const customer = random.chance(0.75) ? inventFirm(house, random) : inventPerson(house, random);
  const items = inventItems(program, house, date, random);
  return {
    kind,
    vendor: inventFirm(house, random),
    customer,
    shipTo: random.chance(0.5) ? { ...inventFirm(house, random), name: customer.name } : inventFirm(house, random),
    number,
    date,
    dueDays,
    due: addDays(date, dueDays),
    delivery: addDays(date, -random.int(1, 9)),
    orderDate: addDays(date, -random.int(10, 40)),
    orderNumber,
    poNumber: `${random.pick(['', 'PO-', '45', 'B'])}${random.digits(random.int(4, 8))}`,
    customerId: `${random.pick(['', '', 'K', 'C-', 'D'])}${random.digits(random.int(4, 7))}`,
    reference: `${random.letters(2)}${random.digits(5)}`,
    paymentReference: random.chance(0.5) ? random.digits(random.int(9, 16)) : number,
    period: [addDays(date, -30), addDays(date, -1)],
    time: `${String(random.int(7, 21)).padStart(2, '0')}:${String(random.int(0, 59)).padStart(2, '0')}`,
    items,
    sums: inventSums(program, house, items, random),
  };
}

function inventNumber(date: string, random: Random): string {
  const year = date.slice(0, 4);
  return random.pick([
    () => random.digits(random.int(4, 9)),
    () => `${year}-${random.digits(4)}`,
    () => `${random.pick(['INV', 'RE', 'F', 'FA', 'R', 'FV'])}-${random.digits(5)}`,
    () => `${random.pick(['RE', 'FA', 'INV', 'FT'])}${year.slice(2)}${random.digits(4)}`,
    () => `${random.digits(3)}/${year}`,
    () => `${random.letters(2)}/${year}/${random.digits(3)}`,
    () => `${year}${random.digits(5)}`,
    () => `${random.letters(1)}${random.digits(3)}-${random.digits(4)}-${random.digits(2)}`,
  ])();
}

const ROWS = { few: [1, 6], page: [7, 16], many: [24, 60] } as const;

function inventItems(program: LayoutProgram, house: HouseStyle, date: string, random: Random): readonly Item[] {
  const [low, high] = ROWS[program.kind === 'receipt' && program.length === 'many' ? 'page' : program.length];
  const sections = program.sections ? house.world('sections') : [];
  const rates = random.chance(0.3) ? house.locale.taxRates : house.locale.taxRates.slice(0, 1);
  const whole = random.chance(0.6);
  const small = program.kind === 'receipt';
  return Array.from({ length: random.int(low, high) }, (_, index) => {
    const service = random.chance(0.3);
    const quantity =
      whole || !service
        ? random.pick(small ? [1, 1, 1, 1, 2, 2, 3] : [1, 1, 2, 3, 4, 5, 8, 10, 12, 25, 100]) * 1000
        : random.int(1, 60) * 250;
    const unitPrice = random.pick([
      () => random.int(15, 999),
      () => random.int(500, 9900),
      () => random.int(1, small ? 30 : 400) * 100,
      () => random.int(1000, small ? 6000 : 250_000),
    ])();
    const discountPercent =
      program.columns.includes('discount') && random.chance(0.4) ? random.pick([3, 5, 10, 15]) : 0;
    const base = random.pick(house.world(service ? 'services' : 'goods'));
    const more = random.chance(0.12)
      ? ` ${random.pick(house.world('goods'))}, ${random.pick(house.world('remarks'))}`
      : '';
    return {
      description: base + more,
      code: random.chance(0.5) ? random.digits(6) : `${random.letters(2)}-${random.digits(4)}`,
      remark: random.chance(0.04) ? random.pick(house.world('remarks')) : undefined,
      section: sections.length > 0 && index % 4 === 0 ? sections[(index / 4) % sections.length] : undefined,
      date: addDays(date, -random.int(1, 30)),
      quantity: program.columns.includes('quantity') ? quantity : 1000,
      unit: house.label(service ? 'hours' : 'pieces'),
      unitPrice,
      discountPercent,
      taxPercent: random.pick(rates),
      amount: Math.round(
        (((program.columns.includes('quantity') ? quantity : 1000) * unitPrice) / 1000) * (1 - discountPercent / 100),
      ),
    };
  });
}
