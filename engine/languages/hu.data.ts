import type { Language } from './language.ts';

/** Hungarian words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'hu',
  precedence: 150,
  lacks: [
    'weekdays',
    'frequentWords',
    'streetWords',
    'salutations',
    'nameKeys',
    'numberKeys',
  ],
  months: [
    ['jan', 'januar'],
    ['februar'],
    ['marcius'],
    ['apr', 'aprilis'],
    ['maj', 'majus'],
    ['jun', 'junius'],
    ['jul', 'julius'],
    ['aug', 'augusztus'],
    ['szeptember'],
    ['oktober', 'okt'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  labels: {
    invoice_number: [
      'szamla szama',
      'szamlaszam',
      'szamla sorszama',
      'sorszam',
      'szamla szam',
      'szamlaszama',
      'bizonylatszam',
      'bizonylat szama',
      'bizonylat sorszama',
      '~szamla',
    ],
    invoice_date: [
      'szamla kelte',
      'kiallitas datuma',
      'kelt',
      'szamla datuma',
      'keltezes',
      'kiallitas kelte',
      'bizonylat kelte',
    ],
    due_date: [
      'fizetesi hatarido',
      'esedekesseg',
      'fizetesi hatarideje',
      'fizetes hatarideje',
      'esedekesseg napja',
      'fizetendo eddig',
      'befizetesi hatarido',
      'esedekesseg datuma',
      'esedekes',
      'hatarido',
    ],
    delivery_date: [
      'teljesites',
      'teljesites datuma',
      'teljesites kelte',
      'teljesites idopontja',
      'teljesites napja',
      'szallitas datuma',
    ],
    order_number: [
      'rendelesszam',
      'rendelesi szam',
      'megrendeles szama',
      'rendeles szama',
      'rendeles azonosito',
    ],
    contract_number: [
      'szerzodesszam',
      'szerzodes szama',
    ],
    customer_id: [
      'vevoszam',
      'ugyfelszam',
      'vevokod',
      'ugyfelkod',
      'vevo kodja',
      'ugyfelazonosito',
      'partnerkod',
      'vevo azonosito',
    ],
    payment_reference: [
      'kozlemeny',
      'befizetoazonosito',
      'fizetesi azonosito',
      'utalasi kozlemeny',
    ],
    total: [
      'osszesen',
      'vegosszeg',
      'brutto osszesen',
      'fizetendo vegosszeg',
      'brutto vegosszeg',
      'mindosszesen',
      'szamla vegosszege',
      'brutto osszeg',
      'osszesen brutto',
      'teljes koltseg',
      'brutto ertek',
    ],
    amount_due: [
      'fizetendo',
      'fizetendo osszeg',
      'osszesen fizetendo',
      'hatralek',
    ],
    subtotal: [
      'netto osszesen',
      'netto',
      'adoalap',
      'netto vegosszeg',
      'netto osszeg',
      'netto ertek',
      'osszesen netto',
      'reszosszeg',
      'alap',
    ],
    tax: [
      'afa',
      'afa osszesen',
      'afa osszege',
      'altalanos forgalmi ado',
      'afa ertek',
      '~adok',
      'ado osszege',
    ],
    discount: [
      'kedvezmeny',
      'engedmeny',
      '~kedvezmenyek',
    ],
    shipping: [
      'szallitasi koltseg',
      'szallitas',
    ],
    rounding: [
      'kerekites',
      'kerekites osszege',
    ],
    amount_paid: [
      'fizetve',
      'eloleg',
    ],
    payment_terms: [
      'fizetesi mod',
      'fizetesi feltetelek',
    ],
    vendor: [
      'elado',
      'szallito',
      'szamlakibocsato',
      'kibocsato',
      '~beszallito',
      '~szolgaltato',
    ],
    customer: [
      'vevo',
      'megrendelo',
      'vasarlo',
      'szamlazasi cim',
      'ugyfel neve',
    ],
    tax_id: [
      'adoszam',
      'kozossegi adoszam',
      'eu adoszam',
    ],
    registration: [
      'cegjegyzekszam',
    ],
    account_number: [
      'bankszamla',
      'bankszamlaszam',
    ],
    closing_balance: [
      'zaro egyenleg',
    ],
    email: [
      'email cim',
    ],
    order_date: [
      'rendeles datuma',
    ],
    period_end: [
      'zaro datum',
    ],
    period_start: [
      'kezdo datum',
    ],
    ship_to: [
      'szallitasi cim',
    ],
    phone: [
      'telefonszam',
    ],
  },
  typeEvidence: {
    invoice_title: [
      'szamla',
    ],
    invoice_reference: [
      'szamlaszam',
    ],
    purchase_order_title: [
      'megrendeles',
      'beszerzesi rendelesek',
    ],
    bank_statement_title: [
      'szamlakivonat',
      'bankszamlakivonat',
    ],
    credit_note_title: [
      'helyesbito szamla',
      'jovairo szamla',
      'storno szamla',
      'sztorno szamla',
    ],
    receipt_title: [
      'nyugta',
    ],
    trade_paper_title: [
      'arajanlat',
      'szallitolevel',
    ],
  },
  headings: {
    description: [
      'megnevezes',
      'leiras',
      'termek neve',
      'termekleiras',
      'tetel',
      'termek szolgaltatas megnevezese',
    ],
    product_code: [
      'cikkszam',
    ],
    quantity: [
      'mennyiseg',
      'menny',
      'egysegek',
    ],
    unit: [
      'me',
      'me egyseg',
    ],
    unit_price: [
      'egysegar',
      'koltseg',
      'egys ar',
      'netto egysegar',
    ],
    amount: [
      'osszeg',
      'netto ertek',
      'netto osszeg',
      'ertek',
    ],
    gross_amount: [
      'brutto ertek',
      'brutto osszeg',
    ],
    tax_rate: [
      'afa',
      'afa %',
    ],
    tax_amount: [
      'afa osszeg',
    ],
    discount: [
      'kedvezmeny',
    ],
    position: [
      'pozicio',
    ],
  },
  rowLabels: {
    total: [
      'osszesen',
      'fizetendo',
    ],
  },
  legalForms: [
    'Kft\\.?',
    'Zrt\\.?',
  ],
  legalFormsAtEnd: [
    'kft\\.?',
    'zrt\\.?',
  ],
  countries: [
    'magyarorszag',
  ],
};
