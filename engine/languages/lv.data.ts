import type { Language } from './language.ts';

/** Latvian words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'lv',
  precedence: 220,
  lacks: [
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
    ],
    payment_reference: [
      'maksajuma merkis',
    ],
    total: [
      'kopa',
      'pavisam',
      'kopa ar pvn',
      'summa ar pvn',
    ],
    amount_due: [
      'apmaksai',
      'summa apmaksai',
      'kopa apmaksai',
    ],
    subtotal: [
      'summa bez pvn',
      'kopa bez pvn',
    ],
    tax: [
      'pvn',
      'pvn summa',
    ],
  },
  headings: {
    amount: [
      'ialt',
    ],
  },
};
