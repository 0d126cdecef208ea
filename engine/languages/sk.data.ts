import type { Language } from './language.ts';

/** Slovak words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'sk',
  precedence: 170,
  lacks: [
    'frequentWords',
    'streetWords',
    'salutations',
    'nameKeys',
    'numberKeys',
    'heading:description',
    'row:total',
  ],
  months: [
    ['jan', 'januar'],
    ['feb', 'februar'],
    ['mar', 'marca'],
    ['april', 'apr'],
    ['maj', 'maja'],
    ['jun'],
    ['jul'],
    ['august', 'aug'],
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
      'variabilny symbol faktury',
    ],
    invoice_date: [
      'datum vystavenia',
      'datum vyhotovenia',
      'vystavene dna',
      'vyhotovene dna',
      'datum vystavenia faktury',
    ],
    due_date: [
      'splatne do',
      'splatna dna',
      'lehota splatnosti',
    ],
    delivery_date: [
      'datum dodania',
      'datum dodania tovaru',
      'datum zdanitelneho plnenia',
      'dodane dna',
    ],
    order_number: [
      'nasa objednavka',
    ],
    contract_number: [
      'cislo zmluvy',
      'zmluva c',
    ],
    customer_id: [
      'cislo odberatela',
    ],
    payment_reference: [
      'variabilny symbol',
    ],
    total: [
      'spolu s dph',
      'celkom s dph',
      'suma s dph',
      'celkova suma',
      'suma celkom',
      'cena s dph',
    ],
    amount_due: [
      'na uhradu',
      'suma na uhradu',
      'zostava uhradit',
      'celkom k uhrade',
      'k uhrade spolu',
    ],
    subtotal: [
      'spolu bez dph',
      'medzisucet',
      'celkom bez dph',
      'cena bez dph',
    ],
    tax: [
      'dph spolu',
    ],
  },
  typeEvidence: {
    bank_statement_title: [
      'vypis z uctu',
    ],
  },
  headings: {
    amount: [
      'cena bez dph',
    ],
    gross_amount: [
      'cena s dph',
    ],
  },
  legalForms: [
    's\\.r\\.o\\.',
    'a\\.s\\.',
  ],
  countries: [
    'slovensko',
  ],
};
