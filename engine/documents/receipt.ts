import type { DocumentSpec } from './field-spec.ts';

export const RECEIPT: DocumentSpec = {
  labelled: [
    {
      name: 'transaction_date',
      kind: 'date',
      roles: [
        ['date', 1],
        ['invoice_date', 1],
        ['order_date', 0.8],
        ['print_date', 0.6],
      ],
    },
    {
      name: 'transaction_time',
      kind: 'time',
      roles: [
        ['time', 1],
        ['date', 0.9],
      ],
    },
    { name: 'invoice_number', kind: 'identifier', roles: [['invoice_number', 1]] },
    { name: 'invoice_date', kind: 'date', roles: [['invoice_date', 1]], floor: 0.7 },
  ],
  totals: true,
  parties: true,
};
