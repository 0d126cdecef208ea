import type { Language } from './language.ts';

/** Lithuanian words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'lt',
  precedence: 210,
  lacks: [
    'months',
    'weekdays',
    'frequentWords',
    'legalForms',
    'streetWords',
    'countries',
    'salutations',
    'nameKeys',
    'numberKeys',
    'heading:description',
    'row:total',
  ],
  labels: {
    invoice_number: [
      'saskaitos numeris',
      'saskaita nr',
      'pvm saskaita faktura nr',
      'saskaitos nr',
      'serija ir numeris',
      '~saskaita',
    ],
    invoice_date: [
      'saskaitos data',
      'israsymo data',
      'dokumento data',
    ],
    due_date: [
      'apmoketi iki',
      'mokejimo terminas',
      'sumoketi iki',
      'apmokejimo data',
    ],
    delivery_date: [
      'pristatymo data',
    ],
    order_number: [
      'uzsakymo numeris',
      'uzsakymo nr',
    ],
    customer_id: [
      'kliento kodas',
      'pirkejo kodas',
      'kliento numeris',
      'moketojo kodas',
    ],
    payment_reference: [
      'mokejimo paskirtis',
      'imokos kodas',
    ],
    total: [
      'is viso',
      'bendra suma',
      'suma su pvm',
      'is viso su pvm',
    ],
    amount_due: [
      'moketina suma',
      'moketi',
      'liko moketi',
    ],
    subtotal: [
      'suma be pvm',
      'is viso be pvm',
    ],
    tax: [
      'pvm suma',
    ],
  },
};
