import { parseTruth, type Truth } from '../../../scripts/score/truth.ts';
import { ROW_DECOY_CENTS } from './item-table.ts';
import { type Amounts, computeAmounts, type Party, type SampleItem, type SampleSpec } from './spec.ts';
import { printedTotal } from './totals-block.ts';

const plain = (cents: number) => (cents / 100).toFixed(2);

/** Ground truth of the sample in the corpus format. Contains only what is printed on the page. */
export function truthOf(spec: SampleSpec): Truth {
  const amounts = computeAmounts(spec);
  const dateName = spec.kind === 'receipt' ? 'transaction_date' : 'invoice_date';
  const openDate = spec.decoy?.kind === 'open_date';
  const fields: Record<string, string> = {
    vendor_name: spec.vendor.name,
    vendor_address: addressOf(spec.vendor),
    // The letter prints bare numbers.
    ...(spec.layout === 'letter' ? {} : { currency: spec.currency }),
    total_amount: plain(printedTotal(spec, amounts)),
    tax_amount: plain(amounts.tax),
    ...(spec.taxIncluded ? {} : { subtotal_amount: plain(amounts.net) }),
    ...(openDate ? {} : { [dateName]: spec.date }),
    ...(spec.kind === 'receipt' ? {} : { invoice_number: spec.number }),
    ...(spec.dueDate === undefined ? {} : { due_date: spec.dueDate }),
    ...(spec.orderNumber === undefined ? {} : { purchase_order_number: spec.orderNumber }),
    ...(spec.customer === undefined
      ? {}
      : { customer_name: spec.customer.name, customer_address: addressOf(spec.customer) }),
    ...(spec.vendor.taxId === undefined || spec.kind === 'receipt' ? {} : { vendor_tax_id: spec.vendor.taxId }),
    ...(spec.vendor.iban === undefined || spec.decoy?.kind === 'iban_digit' ? {} : { vendor_iban: spec.vendor.iban }),
  };
  return parseTruth({
    id: spec.name,
    file: `${spec.name}.pdf`,
    doc_type: spec.kind,
    fields,
    line_items: spec.items.map((item, index) => rowOf(spec, item, index, amounts)),
    line_items_complete: true,
  });
}

function addressOf(party: Party): string {
  return `${party.street}, ${party.city}`;
}

function rowOf(spec: SampleSpec, item: SampleItem, index: number, amounts: Amounts): Record<string, string> {
  const off = spec.decoy?.kind === 'row_amount' && spec.decoy.row === index ? ROW_DECOY_CENTS : 0;
  const single = spec.layout === 'till' && item.quantity === 1000;
  const coded = spec.layout === 'letter' || spec.layout === 'boxed';
  return {
    description: item.description,
    amount: plain((amounts.rows[index] ?? 0) + off),
    ...(single ? {} : { quantity: String(item.quantity / 1000), unit_price: plain(item.unitPrice) }),
    ...(coded && item.code !== undefined ? { product_code: item.code } : {}),
    ...(spec.layout === 'classic' ? { tax_rate: String(item.taxPercent) } : {}),
  };
}

/** Fields that must not be proved, because the printed content contradicts the checks that could prove them. */
export function unprovableFields(spec: SampleSpec): readonly string[] {
  switch (spec.decoy?.kind) {
    case undefined:
    case 'row_amount':
      return [];
    case 'total_digit':
      return ['total_amount'];
    case 'iban_digit':
      return ['vendor_iban'];
    case 'open_date':
      return ['invoice_date'];
  }
}
