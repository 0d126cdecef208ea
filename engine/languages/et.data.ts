import type { Language } from './language.ts';

/** Estonian words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'et',
  precedence: 200,
  lacks: ['weekdays', 'frequentWords', 'legalForms', 'streetWords', 'countries', 'salutations', 'nameKeys', 'numberKeys', 'row:total'],
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
      'tahtaeg',
      'maksta hiljemalt',
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
      'viitenr',
    ],
    total: [
      'kokku',
      'summa kokku',
      'kokku kaibemaksuga',
      'arve summa',
      'arve kokku',
      'koguvaartus',
      'kokku eur',
      'kokku koos kaibemaksuga',
    ],
    amount_due: [
      'tasuda',
      'tasumisele kuuluv summa',
      'maksta',
      'tasumisele kuulub',
    ],
    subtotal: [
      'summa kaibemaksuta',
      'kokku ilma km',
      'kokku kaibemaksuta',
      'vahesumma',
      'summa ilma km ta',
      'summa km ta',
    ],
    tax: [
      'kaibemaks',
      '~maks',
      '~maksud',
      'maksud kokku',
    ],
    account_number: [
      'konto number',
      '~pangakonto',
      '~arvelduskonto',
    ],
    amount_paid: [
      'makse summa',
    ],
    registration: [
      'reg nr',
      'regnr',
      'rg kood',
    ],
    customer: [
      'kliendi nimi',
      'arve saaja',
      '~maksja',
      '~ostja',
    ],
    discount: [
      '~allahindlus',
    ],
    email: [
      'e post',
    ],
    fax: [
      'faks',
    ],
    vendor: [
      '~tarnija',
    ],
    previous_balance: [
      '~algsaldo',
    ],
    order_date: [
      'tellimuse kuupaev',
    ],
    payment_terms: [
      'maksetingimused',
    ],
    period_start: [
      'kehtiv alates',
    ],
    phone: [
      'mobiil',
    ],
    tax_id: [
      'kmkr nr',
      'kaibemaksukohustuslase number',
    ],
  },
  headings: {
    quantity: [
      'q ta',
      'hulk',
    ],
    description: [
      'kirjeldus',
      'toode',
      'toote kirjeldus',
      'teenused',
      'nimetus',
      'kauba nimetus',
    ],
    unit: [
      'uhik',
    ],
    unit_price: [
      'uhiku hind',
    ],
  },
  typeEvidence: {
    bank_statement_title: [
      'kontovaljavote',
    ],
    credit_note_title: [
      'kreeditarve',
    ],
    invoice_title: [
      'arve',
    ],
  },
};
