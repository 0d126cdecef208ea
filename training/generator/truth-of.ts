import type { HouseStyle } from './house-style.ts';
import type { LayoutProgram } from './layout-program.ts';
import type { Mark } from './sheet.ts';
import { statementSums } from './statement-sums.ts';
import type { Trade } from './trade.ts';

/** The corpus format: only what is printed. Amounts are plain decimals, dates ISO 8601. */
export interface GeneratedTruth {
  readonly id: string;
  readonly file: string;
  readonly media_type: string;
  readonly pages: number;
  readonly doc_type: string;
  readonly doc_type_accept: readonly string[];
  readonly language: string;
  readonly country: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly accept: Readonly<Record<string, readonly string[]>>;
  readonly absent: readonly string[];
  readonly line_items: readonly Readonly<Record<string, string>>[] | null;
  readonly line_items_complete: boolean;
  readonly words: string;
  readonly group: string;
  readonly truth_origin: string;
}

const plain = (cents: number) => (cents / 100).toFixed(2);

/** Fields whose absence is certain when nothing was drawn for them. */
const CERTAIN_ABSENCE = [
  'due_date',
  'delivery_date',
  'vendor_iban',
  'shipping_amount',
  'tip_amount',
  'amount_paid',
  'previous_balance_amount',
  'payment_reference',
  'vendor_tax_id',
  'customer_id',
  'order_date',
  'discount_amount',
] as const;

/** Periods are never printed in another form; an order of goods has none. */
const PERIOD = ['service_start_date', 'service_end_date'] as const;

/**
 * A printed but ambiguous date is neither labelled nor absent. An order number is accepted under either name, so
 * neither is certainly absent while the other is present.
 */
function absentFrom(fields: Readonly<Record<string, string>>, printed: ReadonlySet<string>): readonly string[] {
  const isMissing = (name: string) => fields[name] === undefined && !printed.has(name);
  const numbers = ['order_number', 'purchase_order_number'];
  return [...CERTAIN_ABSENCE.filter(isMissing), ...(numbers.every(isMissing) ? numbers : [])];
}

/** The ground truth of one document: the part of its content that was drawn, according to the recorded marks. */
export function truthOf(
  id: string,
  trade: Trade,
  house: HouseStyle,
  program: LayoutProgram,
  marks: readonly Mark[],
  pages: number,
): GeneratedTruth {
  const printed = new Set(marks.map((mark) => mark.field));
  const values = fieldValues(trade, house, printed);
  const fields = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  const order = trade.kind === 'purchase_order';
  return {
    id,
    file: `${id}.pdf`,
    media_type: 'application/pdf',
    pages,
    doc_type: trade.kind,
    doc_type_accept: trade.kind === 'utility_bill' ? ['invoice'] : [],
    language: house.locale.language,
    country: house.locale.country,
    fields,
    accept: acceptedToo(trade, printed),
    absent: [
      ...(printed.has('period') ? [] : PERIOD),
      ...(order || trade.kind === 'bank_statement' ? [] : absentFrom(fields, printed)),
    ],
    line_items: rowsOf(trade, printed),
    line_items_complete: true,
    words: `${id}.words.json`,
    group: `program-${program.id}`,
    truth_origin: 'generated',
  };
}

function fieldValues(
  trade: Trade,
  house: HouseStyle,
  printed: ReadonlySet<string>,
): Record<string, string | undefined> {
  const { sums, vendor, customer } = trade;
  const when = (mark: string, value: string | undefined) => (printed.has(mark) ? value : undefined);
  const date = (mark: string, iso: string) =>
    when(mark, house.locale.language === 'en' && house.isOpenDate(iso) ? undefined : iso);
  const bank = trade.kind === 'bank_statement';
  const order = trade.kind === 'purchase_order';
  const owner = bank ? 'bank' : 'vendor';
  const holder = bank ? 'account_holder' : 'customer';
  const parts = printed.has('tax_part') && !printed.has('tax_amount') ? plain(sums.tax) : undefined;
  const account = statementSums(trade);
  return {
    // Whether the buyer or the seller of an order is its vendor is a convention; it is left open.
    ...(order
      ? {}
      : {
          [`${owner}_name`]: when('vendor_name', vendor.name) ?? when('brand', vendor.brand),
          [`${owner}_address`]: when('vendor_address', vendor.address.join(', ')),
          [`${holder}_name`]: when('customer_name', customer.name),
          [`${holder}_address`]: when('customer_address', customer.address.join(', ')),
        }),
    ...(bank || order
      ? {}
      : {
          vendor_phone: when('phone_line', vendor.phone),
          vendor_tax_id: when('tax_id_line', vendor.taxId),
          vendor_iban: when('iban_line', vendor.iban),
          customer_tax_id: when('customer_tax_id_line', customer.taxId),
        }),
    invoice_number: when('invoice_number', trade.number),
    order_number: when('order_number', trade.number) ?? when('vendor_order_number', trade.orderNumber),
    purchase_order_number: when('purchase_order_number', trade.poNumber),
    customer_id: when('customer_id', trade.customerId),
    account_number: when(
      'account_number',
      bank ? trade.reference.slice(2) + trade.customerId.replace(/\D/g, '') : trade.customerId,
    ),
    payment_reference: when('payment_reference_line', trade.paymentReference),
    invoice_date: date('invoice_date', trade.date),
    transaction_date: date('transaction_date', trade.date),
    statement_date: date('statement_date', trade.date),
    order_date: date('order_date', order ? trade.date : trade.orderDate),
    due_date: date('due_date', trade.due),
    delivery_date: date('delivery_date', trade.delivery),
    transaction_time: when('transaction_time', trade.time),
    ...(bank
      ? { period_start_date: date('period', trade.period[0]), period_end_date: date('period', trade.period[1]) }
      : { service_start_date: date('period', trade.period[0]), service_end_date: date('period', trade.period[1]) }),
    service_address: when('service_address', trade.shipTo.address.join(', ')),
    subtotal_amount: when('subtotal_amount', plain(sums.discount > 0 || sums.shipping > 0 ? sums.rows : sums.net)),
    discount_amount: when('discount_amount', plain(sums.discount)),
    shipping_amount: when('shipping_amount', plain(sums.shipping)),
    tax_amount: when('tax_amount', plain(sums.tax)) ?? parts,
    tip_amount: when('tip_amount', plain(sums.tip)),
    rounding_amount: when('rounding_amount', plain(sums.rounding)),
    total_amount: when('total_amount', plain(sums.total)),
    previous_balance_amount: when('previous_balance_amount', plain(sums.previous)),
    amount_paid: when('amount_paid', plain(sums.paid)),
    amount_due: when('amount_due', plain(sums.due)),
    opening_balance: when('opening_balance', plain(account.opening)),
    closing_balance: when('closing_balance', plain(account.closing)),
    total_deposits: when('total_deposits', plain(account.deposits)),
    total_withdrawals: when('total_withdrawals', plain(account.withdrawals)),
    // A dollar sign alone does not identify the country.
    currency: house.mark === 'none' || (house.mark === 'sign' && house.currency === 'MXN') ? undefined : house.currency,
  };
}

function acceptedToo(trade: Trade, printed: ReadonlySet<string>): Record<string, readonly string[]> {
  const { sums } = trade;
  return {
    ...(printed.has('brand') ? { vendor_name: [trade.vendor.brand], bank_name: [trade.vendor.brand] } : {}),
    ...(sums.rows !== sums.net ? { subtotal_amount: [plain(sums.net)] } : {}),
    ...(printed.has('total_withdrawals') ? { total_withdrawals: [plain(-statementSums(trade).withdrawals)] } : {}),
  };
}

function rowsOf(trade: Trade, printed: ReadonlySet<string>): readonly Readonly<Record<string, string>>[] {
  if (trade.kind === 'bank_statement') {
    return statementSums(trade).movements.map((movement, index) => ({
      date: movement.date,
      description: movement.text,
      amount: plain(movement.cents),
      ...(printed.has(`item:${index}:balance`) ? { balance: plain(movement.balance) } : {}),
    }));
  }
  return trade.items.map((item, index) => {
    const cell = (column: string, name: string, value: string) =>
      printed.has(`item:${index}:${column}`) ? { [name]: value } : {};
    const cut =
      trade.kind === 'receipt' && item.description.length > 24
        ? item.description.slice(0, 24).trimEnd()
        : item.description;
    return {
      description: cut,
      ...cell('code', 'product_code', item.code),
      ...cell('quantity', 'quantity', String(item.quantity / 1000)),
      ...cell('unitPrice', 'unit_price', plain(item.unitPrice)),
      ...cell('taxRate', 'tax_rate', String(item.taxPercent)),
      ...cell('amount', 'amount', plain(item.amount)),
    };
  });
}
