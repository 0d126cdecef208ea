import type { DocumentSpec } from './field-spec.ts';
import { INVOICE } from './invoice.ts';

export const UTILITY_BILL: DocumentSpec = {
  ...INVOICE,
  labelled: [
    ...INVOICE.labelled,
    {
      name: 'account_number',
      kind: 'identifier',
      roles: [
        ['account_number', 1],
        ['customer_id', 0.8],
      ],
    },
  ],
};
