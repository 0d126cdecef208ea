import type { Language } from './language.ts';

/** Slovenian words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'sl',
  precedence: 190,
  lacks: ['frequentWords', 'legalForms', 'streetWords', 'countries', 'salutations', 'nameKeys', 'numberKeys', 'row:total'],
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
      'namen placila',
    ],
    total: [
      'skupaj',
      'skupaj z ddv',
      'znesek z ddv',
      'skupni znesek',
      'znesek racuna',
    ],
    amount_due: [
      'za placilo',
      'skupaj za placilo',
      'znesek za placilo',
      'neplacano',
      'za placilo eur',
    ],
    subtotal: [
      'osnova',
      'skupaj brez ddv',
      'znesek brez ddv',
      'delna vsota',
      'vrednost brez ddv',
    ],
    tax: [
      'ddv',
      'znesek ddv',
      '~davek',
      'vrednost ddv',
    ],
    account_number: [
      'bancni racun',
    ],
    registration: [
      'maticna stevilka',
    ],
    customer: [
      '~stranka',
      'naslov za racun',
      '~narocnik',
    ],
    discount: [
      '~popust',
      '~popusti',
    ],
    email: [
      'e posta',
    ],
    fax: [
      'faks',
    ],
    previous_balance: [
      'zacetno stanje',
    ],
    order_date: [
      'datum narocila',
    ],
    period_start: [
      'zacetni datum',
    ],
    ship_to: [
      'naslov za dostavo',
    ],
    shipping: [
      'dostava',
    ],
    phone: [
      'mobilni',
    ],
    tax_id: [
      'davcna stevilka',
      'id za ddv st',
    ],
  },
  headings: {
    tax_rate: [
      'st',
    ],
    description: [
      'naziv',
      'naziv blaga',
    ],
    position: [
      'polozaj',
      'z st',
    ],
    quantity: [
      'kolicina',
    ],
    unit: [
      'enota',
    ],
  },
  typeEvidence: {
    bank_statement_title: [
      'izpisek',
    ],
    receipt_title: [
      'potrdilo',
      'blagajniski prejemek',
    ],
    trade_paper_title: [
      'ponudba',
      'dobavnica',
    ],
  },
};
