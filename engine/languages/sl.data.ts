import type { Language } from './language.ts';

/** Slovenian words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'sl',
  precedence: 190,
  lacks: [
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
    ['jan', 'januar'],
    ['feb', 'februar'],
    ['mar'],
    ['april', 'apr'],
    ['maj'],
    ['jun'],
    ['jul'],
    [],
    ['september', 'sep'],
    ['oktober', 'okt'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  weekdays: [
    [],
    [],
    [],
    [],
    [],
    [],
    ['sobota'],
  ],
  labels: {
    invoice_number: [
      'stevilka racuna',
      'racun st',
      'st racuna',
      'racun stevilka',
    ],
    invoice_date: [
      'datum izdaje',
      'datum izstavitve',
    ],
    due_date: [
      'rok placila',
      'datum zapadlosti',
      'zapade',
      'zapadlost',
      'placilo do',
    ],
    delivery_date: [
      'datum dobave',
      'datum opravljene storitve',
      'datum storitve',
    ],
    order_number: [
      'st narocila',
      'stevilka narocila',
      'narocilo st',
    ],
    customer_id: [
      'stevilka kupca',
      'st kupca',
    ],
    payment_reference: [
      'sklic',
      'referenca placila',
    ],
    total: [
      'skupaj',
      'skupaj z ddv',
      'znesek z ddv',
      'skupni znesek',
    ],
    amount_due: [
      'za placilo',
      'skupaj za placilo',
      'znesek za placilo',
    ],
    subtotal: [
      'osnova',
      'skupaj brez ddv',
      'znesek brez ddv',
    ],
    tax: [
      'ddv',
      'znesek ddv',
    ],
  },
  headings: {
    tax_rate: [
      'st',
    ],
  },
};
