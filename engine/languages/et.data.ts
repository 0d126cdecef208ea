import type { Language } from './language.ts';

/** Estonian words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'et',
  precedence: 200,
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
    [],
    [],
    ['marts'],
    ['apr'],
    ['mai'],
    [],
    [],
    ['august', 'aug'],
    ['september', 'sept'],
    ['okt'],
    ['november', 'nov'],
    [],
  ],
  labels: {
    invoice_number: [
      'arve number',
      'arve nr',
      'arve no',
      '~arve',
    ],
    invoice_date: [
      'arve kuupaev',
      'arve kp',
      'koostamise kuupaev',
    ],
    due_date: [
      'maksetahtaeg',
      'maksetahtpaev',
      'tasumise tahtaeg',
      'tasuda enne',
    ],
    delivery_date: [
      'tarnekuupaev',
    ],
    order_number: [
      'tellimuse number',
      'tellimus nr',
    ],
    customer_id: [
      'kliendi number',
      'kliendinumber',
      'kliendi kood',
    ],
    payment_reference: [
      'viitenumber',
      'selgitus',
    ],
    total: [
      'kokku',
      'summa kokku',
      'kokku kaibemaksuga',
      'arve summa',
    ],
    amount_due: [
      'tasuda',
      'tasumisele kuuluv summa',
      'maksta',
    ],
    subtotal: [
      'summa kaibemaksuta',
      'kokku ilma km',
      'kokku kaibemaksuta',
    ],
    tax: [
      'kaibemaks',
    ],
  },
  headings: {
    quantity: [
      'q ta',
    ],
  },
};
