import type { DocumentSpec } from './field-spec.ts';
import { TRADE_FIELDS } from './invoice.ts';

/** Orders, including broadcast advertising orders and contracts. */
export const PURCHASE_ORDER: DocumentSpec = {
  labelled: [
    ...TRADE_FIELDS.filter((field) => !['due_date', 'order_number', 'purchase_order_number'].includes(field.name)),
    {
      name: 'order_number',
      kind: 'identifier',
      roles: [
        ['order_number', 1],
        ['purchase_order_number', 0.95],
        ['contract_number', 0.95],
      ],
    },
    { name: 'invoice_number', kind: 'identifier', roles: [['invoice_number', 1]], floor: 0.7 },
    { name: 'invoice_date', kind: 'date', roles: [['invoice_date', 1]], floor: 0.7 },
    { name: 'due_date', kind: 'date', roles: [['due_date', 1]], floor: 0.7 },
    { name: 'purchase_order_number', kind: 'identifier', roles: [['purchase_order_number', 1]] },
  ],
  totals: true,
  parties: true,
};
