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
      'seria',
    ],
    invoice_date: [
      'data facturii',
      'data emiterii',
      'data emitere',
      'data document',
      'emisa la',
      'data intocmirii',
      'data documentului',
      'data emiterii facturii',
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
      'id comanda',
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
      'neplatit',
    ],
    subtotal: [
      'subtotal',
      'total fara tva',
      'valoare fara tva',
      'baza impozabila',
      'valoare neta',
      'baza',
    ],
    tax: [
      'tva',
      'total tva',
      'valoare tva',
      'suma tva',
      '~impozit',
      'valoarea tva',
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
      '~prestator',
    ],
    customer: [
      'cumparator',
      'client',
      'beneficiar',
      'adresa de facturare',
      'detalii client',
    ],
    tax_id: [
      'cui',
      'cod fiscal',
      'cif',
      'c i f',
      'cod tva',
    ],
    account_number: [
      'cont bancar',
      'numar cont',
      '~cont',
    ],
    closing_balance: [
      'sold final',
    ],
    registration: [
      'nr ord reg com',
      'nr reg com',
      'reg com',
      'registrul comertului',
    ],
    previous_balance: [
      'sold initial',
    ],
    order_date: [
      'data comenzii',
    ],
    period_start: [
      'data de inceput',
    ],
    ship_to: [
      'adresa de livrare',
    ],
    phone: [
      'numar de telefon',
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
    credit_note_title: [
      'nota de credit',
      'storno',
    ],
    invoice_title: [
      'factura fiscala',
    ],
    receipt_title: [
      'chitante',
      'chitanta',
    ],
    trade_paper_title: [
      'oferta',
      'oferta de pret',
      'aviz de insotire',
    ],
  },
  headings: {
    description: [
      'denumire',
      'denumirea',
      'denumirea produselor',
      'descriere',
      'produs',
      'articole',
      'element',
      'nume produs',
      'denumire produs',
    ],
    quantity: [
      'cantitate',
    ],
    unit_price: [
      'pret',
      'pret unitar',
      'pretul unitar',
      'pret unitar fara tva',
    ],
    amount: [
      'valoare',
      'valoarea',
      'valoare totala',
      'suma',
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
    product_code: [
      'id produs',
    ],
    position: [
      'pozitie',
    ],
    unit: [
      'unitate',
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
