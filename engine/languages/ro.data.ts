import type { Language } from './language.ts';

/** Romanian words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'ro',
  precedence: 140,
  lacks: [
    'frequentWords',
    'legalForms',
    'streetWords',
    'salutations',
    'nameKeys',
    'numberKeys',
  ],
  months: [
    ['ianuarie', 'ian'],
    ['feb', 'februarie'],
    ['mar', 'martie'],
    ['apr', 'aprilie'],
    ['mai'],
    ['iunie', 'iun'],
    ['iulie', 'iul'],
    ['august', 'aug'],
    ['sept', 'septembrie'],
    ['oct', 'octombrie'],
    ['nov', 'noiembrie', 'noi'],
    ['dec', 'decembrie'],
  ],
  weekdays: [
    [],
    ['lun'],
    [],
    ['mie'],
    [],
    [],
    [],
  ],
  with: ['cu'],
  without: ['fara'],
  labels: {
    invoice_number: [
      'factura nr',
      'numar factura',
      'nr factura',
      'seria si numarul',
      'seria nr',
      'nr document',
      'numarul facturii',
      'numar document',
      'factura seria',
      'factura numar',
      'nr facturii',
    ],
    invoice_date: [
      'data facturii',
      'data emiterii',
      'data emitere',
      'data document',
      'emisa la',
      'data intocmirii',
      'data documentului',
    ],
    due_date: [
      'data scadentei',
      'scadenta',
      'termen de plata',
      'data scadenta',
      'scadent la',
      'platibil pana la',
      'termenul de plata',
      'data limita de plata',
      'scadenta la',
    ],
    delivery_date: [
      'data livrarii',
      'data livrare',
      'data prestarii',
    ],
    order_number: [
      'nr comanda',
      'comanda nr',
      'numar comanda',
    ],
    contract_number: [
      'contract nr',
      'nr contract',
      'numar contract',
    ],
    customer_id: [
      'cod client',
      'nr client',
      'numar client',
    ],
    payment_reference: [
      'referinta plata',
      'detalii plata',
    ],
    total: [
      'total',
      'total de plata',
      'total general',
      'total cu tva',
      'valoare totala',
      'total de plata cu tva',
    ],
    amount_due: [
      'de plata',
      'rest de plata',
      'suma de plata',
      'total de achitat',
      'sold de plata',
    ],
    subtotal: [
      'subtotal',
      'total fara tva',
      'valoare fara tva',
      'baza impozabila',
      'valoare neta',
    ],
    tax: [
      'tva',
      'total tva',
      'valoare tva',
      'suma tva',
    ],
    discount: [
      'reducere',
      'discount',
    ],
    shipping: [
      'transport',
      'livrare',
    ],
    vendor: [
      'furnizor',
      'vanzator',
    ],
    customer: [
      'cumparator',
      'client',
      'beneficiar',
    ],
    tax_id: [
      'cui',
      'cod fiscal',
      'cif',
      'c i f',
      'cod tva',
    ],
  },
  typeEvidence: {
    purchase_order_title: [
      'comanda',
    ],
    bank_statement_title: [
      'extras de cont',
    ],
    licence_numbers: [
      '12 rest',
    ],
  },
  headings: {
    description: [
      'denumire',
      'denumirea',
      'denumirea produselor',
    ],
    quantity: [
      'cantitate',
    ],
    unit_price: [
      'pret',
      'pret unitar',
      'pretul unitar',
    ],
    amount: [
      'valoare',
      'valoarea',
      'valoare totala',
    ],
    tax_rate: [
      'cota tva',
    ],
    tax_amount: [
      'valoare tva',
    ],
    discount: [
      'reducere',
    ],
  },
  rowLabels: {
    total: [
      'total de plata',
    ],
  },
  countries: [
    'romania',
  ],
};
