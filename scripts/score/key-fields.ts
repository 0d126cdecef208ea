/** Fields that a check on the page can prove: numbers, dates, sums, currency, account and tax numbers. */
export const PROVABLE_FIELDS: ReadonlySet<string> = new Set([
  'amount_due',
  'currency',
  'customer_tax_id',
  'due_date',
  'gross_amount',
  'invoice_date',
  'invoice_number',
  'order_number',
  'reference_number',
  'service_end_date',
  'service_start_date',
  'subtotal_amount',
  'tax_amount',
  'total_amount',
  'transaction_date',
  'vendor_iban',
  'vendor_tax_id',
]);

/** What a business document is booked and paid by: the above and who it is from and to. */
export const KEY_FIELDS: ReadonlySet<string> = new Set([
  ...PROVABLE_FIELDS,
  'advertiser_name',
  'customer_name',
  'vendor_name',
]);
