import type { Language } from './language.ts';

/** Lithuanian words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'lt',
  precedence: 210,
  lacks: ['months', 'weekdays', 'frequentWords', 'legalForms', 'streetWords', 'countries', 'salutations', 'nameKeys', 'numberKeys', 'row:total'],
  labels: {
    invoice_number: [
      'saskaitos numeris',
      'saskaita nr',
      'pvm saskaita faktura nr',
      'saskaitos nr',
      'serija ir numeris',
      '~saskaita',
      'serija',
      'serija ir nr',
    ],
    invoice_date: [
      'saskaitos data',
      'israsymo data',
      'dokumento data',
      'saskaitos fakturos data',
      'israsyta',
    ],
    due_date: [
      'apmoketi iki',
      'mokejimo terminas',
      'sumoketi iki',
      'apmokejimo data',
      'terminas',
      'apmokejimo terminas',
    ],
    delivery_date: [
      'pristatymo data',
    ],
    order_number: [
      'uzsakymo numeris',
      'uzsakymo nr',
      'uzsakymo id',
    ],
    customer_id: [
      'kliento kodas',
      'pirkejo kodas',
      'kliento numeris',
      'moketojo kodas',
      'kliento id',
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
      'viso',
    ],
    amount_due: [
      'moketina suma',
      'moketi',
      'liko moketi',
      'is viso moketi',
      'bendra suma apmokejimui',
    ],
    subtotal: [
      'suma be pvm',
      'is viso be pvm',
      'viso be pvm',
    ],
    tax: [
      'pvm suma',
      '~mokestis',
      'pvm 21 %',
    ],
    account_number: [
      'banko saskaita',
      'banko saskaitos numeris',
      'ats sask',
    ],
    amount_paid: [
      'mokejimo suma',
    ],
    registration: [
      'kodas',
      'im kodas',
    ],
    customer: [
      'klientas',
      'moketojo adresas',
      '~uzsakovas',
    ],
    discount: [
      '~nuolaida',
      '~nuolaidos',
    ],
    email: [
      'el pastas',
    ],
    fax: [
      'faksas',
    ],
    vendor: [
      '~pardavejas',
    ],
    previous_balance: [
      'pradinis balansas',
    ],
    order_date: [
      'uzsakymo data',
    ],
    payment_terms: [
      'mokejimo salygos',
    ],
    period_end: [
      'pabaigos data',
    ],
    period_start: [
      'galioja nuo',
    ],
    ship_to: [
      'pristatymo adresas',
      'siuntimo adresas',
      'siusti i',
    ],
    shipping: [
      'pristatymas',
    ],
    phone: [
      'telefonas',
    ],
    tax_id: [
      'pvm moketojo kodas',
      'pvm kodas',
    ],
  },
  headings: {
    description: [
      'aprasymas',
      'prekes',
      'preke',
      'produktas',
      'produktai',
      'preke paslauga',
      'prekes pavadinimas',
      'pavadinimas',
    ],
    position: [
      'pozicija',
    ],
    quantity: [
      'vienetai',
    ],
    unit: [
      'mato vienetas',
      'mat vnt',
      'mato vnt',
    ],
    unit_price: [
      'kaina',
      'vnt kaina',
    ],
  },
  typeEvidence: {
    credit_note_title: [
      'kreditine saskaita',
      'kreditine saskaita faktura',
    ],
    invoice_title: [
      'saskaita faktura',
    ],
    receipt_title: [
      'kvitas',
    ],
  },
};
