import type { DocumentSpec } from './field-spec.ts';

/** Bank, card and investment statements: the header. */
export const BANK_STATEMENT: DocumentSpec = {
  labelled: [
    {
      name: 'statement_date',
      kind: 'date',
      roles: [
        ['statement_date', 1],
        ['invoice_date', 0.8],
        ['date', 0.6],
      ],
    },
    { name: 'due_date', kind: 'date', roles: [['due_date', 1]] },
    {
      name: 'account_number',
      kind: 'identifier',
      roles: [
        ['account_number', 1],
        ['customer_id', 0.6],
      ],
    },
    { name: 'opening_balance', kind: 'amount', roles: [['previous_balance', 1]] },
    {
      name: 'closing_balance',
      kind: 'amount',
      roles: [
        ['closing_balance', 1],
        ['amount_due', 0.7],
      ],
    },
    { name: 'total_deposits', kind: 'amount', roles: [['deposits', 1]] },
    { name: 'total_withdrawals', kind: 'amount', roles: [['withdrawals', 1]] },
    { name: 'total_checks', kind: 'amount', roles: [['checks_total', 1]] },
  ],
  totals: false,
  parties: true,
  rename: {
    customer_name: 'account_holder_name',
    customer_address: 'account_holder_address',
    vendor_name: 'bank_name',
    vendor_address: 'bank_address',
    vendor_iban: 'account_iban',
    service_start_date: 'period_start_date',
    service_end_date: 'period_end_date',
  },
};
