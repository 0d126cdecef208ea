import type { DocumentSpec, LabelledField } from './field-spec.ts';

/** Fields that invoices share with credit notes, orders and bills. */
export const TRADE_FIELDS: readonly LabelledField[] = [
  { name: 'advertiser_name', kind: 'text', roles: [['advertiser', 1]] },
  { name: 'gross_amount', kind: 'amount', roles: [['gross_amount', 1]], floor: 0.55 },
  { name: 'contract_number', kind: 'identifier', roles: [['contract_number', 1]], floor: 0.6 },
  { name: 'due_date', kind: 'date', roles: [['due_date', 1]] },
  { name: 'delivery_date', kind: 'date', roles: [['delivery_date', 1]] },
  { name: 'order_date', kind: 'date', roles: [['order_date', 1]] },
  { name: 'order_number', kind: 'identifier', roles: [['order_number', 1]] },
  {
    name: 'purchase_order_number',
    kind: 'identifier',
    // The issuer's "order number" is used as the purchase order number if there is no other.
    roles: [
      ['purchase_order_number', 1],
      ['order_number', 0.65],
    ],
  },
  { name: 'customer_id', kind: 'identifier', roles: [['customer_id', 1]] },
  { name: 'payment_reference', kind: 'identifier', roles: [['payment_reference', 1]] },
  { name: 'payment_terms', kind: 'text', roles: [['payment_terms', 1]] },
  { name: 'previous_balance_amount', kind: 'amount', roles: [['previous_balance', 1]] },
];

export const INVOICE: DocumentSpec = {
  labelled: [
    { name: 'invoice_number', kind: 'identifier', roles: [['invoice_number', 1]] },
    {
      name: 'invoice_date',
      kind: 'date',
      roles: [
        ['invoice_date', 1],
        // "Invoice 123 of 5 March 2018": the date after the number.
        ['invoice_number', 0.85],
        ['date', 0.8],
        ['statement_date', 0.6],
      ],
    },
    ...TRADE_FIELDS,
  ],
  totals: true,
  parties: true,
};
