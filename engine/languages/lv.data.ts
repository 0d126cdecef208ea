import type { Language } from './language.ts';

/** Latvian words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'lv',
  precedence: 220,
  lacks: ['weekdays', 'frequentWords', 'legalForms', 'streetWords', 'countries', 'salutations', 'nameKeys', 'numberKeys', 'row:total'],
  months: [
    ['janv'],
    [],
    ['marts'],
    ['apr', 'aprilis'],
    [],
    ['jun'],
    ['jul'],
    ['aug'],
    ['sept'],
    ['okt'],
    ['nov'],
    ['dec'],
  ],
  labels: {
    invoice_number: [
      'rekina numurs',
      'rekina nr',
      'rekins nr',
      'pavadzimes nr',
      '~rekins',
      'pavadzime nr',
    ],
    invoice_date: [
      'rekina datums',
      'izrakstisanas datums',
      'dokumenta datums',
    ],
    due_date: [
      'apmaksas termins',
      'apmaksat lidz',
      'samaksat lidz',
      'maksajuma termins',
      'apmaksas datums',
      'samaksas termins',
    ],
    delivery_date: [
      'piegades datums',
    ],
    order_number: [
      'pasutijuma numurs',
      'pasutijuma nr',
    ],
    customer_id: [
      'klienta numurs',
      'klienta kods',
      'klienta nr',
      'klienta id',
    ],
    payment_reference: [
      'maksajuma merkis',
    ],
    total: [
      'kopa',
      'pavisam',
      'kopa ar pvn',
      'summa ar pvn',
      'kopsumma',
      'kopeja summa',
      'pavisam kopa',
    ],
    amount_due: [
      'apmaksai',
      'summa apmaksai',
      'kopa apmaksai',
      'neapmaksats',
      'unpaid',
    ],
    subtotal: [
      'summa bez pvn',
      'kopa bez pvn',
    ],
    tax: [
      'pvn',
      'pvn summa',
      '~nodokli',
      '~nodoklis',
    ],
    account_number: [
      'konta nr',
    ],
    closing_balance: [
      'beigu bilance',
    ],
    registration: [
      'reg nr',
      'regnr',
      'registracijas nr',
    ],
    customer: [
      'norekinu adrese',
      'rekina adrese',
      'sanemejs',
      '~pircejs',
    ],
    discount: [
      '~atlaide',
    ],
    email: [
      'e pasts',
    ],
    vendor: [
      '~piegadatajs',
      '~pardevejs',
      '~izpilditajs',
    ],
    period_start: [
      'sakuma datums',
    ],
    ship_to: [
      'piegades adrese',
    ],
    shipping: [
      'piegade',
    ],
    phone: [
      'talrunis',
      'telefons',
      'telefona numurs',
    ],
    tax_id: [
      'pvn nr',
      'pvn registracijas numurs',
    ],
  },
  headings: {
    amount: [
      'ialt',
    ],
    description: [
      'apraksts',
      'produkti',
      'pakalpojumi',
      'prece',
    ],
    quantity: [
      'daudz',
    ],
    unit: [
      'vieniba',
      'merv',
      'mervieniba',
    ],
    unit_price: [
      'vienibas cena',
    ],
  },
  typeEvidence: {
    invoice_title: [
      'rekins',
      'rekins pavadzime',
    ],
    receipt_title: [
      'kvitis',
      'kvits',
    ],
  },
};
