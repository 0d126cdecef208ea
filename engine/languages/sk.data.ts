import type { Language } from './language.ts';

/** Slovak words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'sk',
  precedence: 170,
  lacks: ['frequentWords', 'streetWords', 'salutations', 'nameKeys', 'numberKeys', 'row:total'],
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
      'id faktury',
    ],
    invoice_date: [
      'datum vystavenia',
      'datum vyhotovenia',
      'vystavene dna',
      'vyhotovene dna',
      'datum vystavenia faktury',
      'vystavene',
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
      'id objednavky',
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
      'konstantny symbol',
    ],
    total: [
      'spolu s dph',
      'celkom s dph',
      'suma s dph',
      'celkova suma',
      'suma celkom',
      'cena s dph',
      'celkom',
      'spolu',
      'celkovy sucet',
    ],
    amount_due: [
      'na uhradu',
      'suma na uhradu',
      'zostava uhradit',
      'celkom k uhrade',
      'k uhrade spolu',
      'nezaplatene',
      'spolu na uhradu',
    ],
    subtotal: [
      'spolu bez dph',
      'medzisucet',
      'celkom bez dph',
      'cena bez dph',
    ],
    tax: [
      'dph spolu',
      '~dane',
      'suma dph',
    ],
    account_number: [
      'bankovy ucet',
    ],
    customer: [
      'fakturacna adresa',
      '~objednavatel',
    ],
    discount: [
      '~zlavy',
    ],
    email: [
      'emailova adresa',
    ],
    vendor: [
      '~predavajuci',
    ],
    previous_balance: [
      'pociatocny zostatok',
    ],
    payment_terms: [
      'platobne podmienky',
    ],
    period_start: [
      'pociatocny datum',
      'datum od',
    ],
    ship_to: [
      'adresa dorucenia',
      'dodacia adresa',
    ],
    shipping: [
      'preprava',
    ],
    phone: [
      'telefonne cislo',
    ],
    tax_id: [
      'ic dph',
    ],
  },
  typeEvidence: {
    bank_statement_title: [
      'vypis z uctu',
    ],
    credit_note_title: [
      'opravna faktura',
    ],
    receipt_title: [
      'blocek',
      'pokladnicny doklad',
      'prijmovy pokladnicny doklad',
    ],
    trade_paper_title: [
      'ponuka',
      'cenova ponuka',
      'dodaci list',
    ],
  },
  headings: {
    amount: [
      'cena bez dph',
      'suma',
    ],
    gross_amount: [
      'cena s dph',
    ],
    description: [
      'polozka',
      'produkty',
      'polozky',
      'sluzby',
    ],
    position: [
      'pozicia',
    ],
    quantity: [
      'jednotky',
    ],
    unit_price: [
      'predajna cena',
      'cena mj',
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
