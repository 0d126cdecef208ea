import type { Language } from './language.ts';

/** Croatian words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'hr',
  precedence: 180,
  lacks: [
    'months',
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
  labels: {
    invoice_number: [
      'broj racuna',
      'racun br',
      'racun broj',
      'br racuna',
      'broj dokumenta',
      '~racun',
      'broj fakture',
      'faktura br',
    ],
    invoice_date: [
      'datum racuna',
      'datum izdavanja',
      'datum izdavanja racuna',
      'datum izrade',
      'datum dokumenta',
      'datum i vrijeme izdavanja',
    ],
    due_date: [
      'datum dospijeca',
      'dospijece',
      'rok placanja',
      'platiti do',
      'datum valute',
      'valuta placanja',
    ],
    delivery_date: [
      'datum isporuke',
      'isporuceno',
      'datum otpreme',
    ],
    order_number: [
      'broj narudzbe',
      'narudzba br',
      'broj narudzbenice',
    ],
    contract_number: [
      'broj ugovora',
    ],
    customer_id: [
      'sifra kupca',
      'broj kupca',
      'sifra klijenta',
    ],
    payment_reference: [
      'poziv na broj',
      'opis placanja',
    ],
    total: [
      'ukupno s pdv',
      'sveukupno',
      'ukupan iznos',
      'ukupno',
      'iznos s pdv',
      'iznos racuna',
    ],
    amount_due: [
      'za platiti',
      'iznos za uplatu',
      'za uplatu',
      'preostalo za platiti',
      'ukupno za platiti',
    ],
    subtotal: [
      'osnovica',
      'iznos bez pdv',
      'ukupno bez pdv',
      'neto iznos',
      'porezna osnovica',
    ],
    tax: [
      'pdv',
      'iznos pdv',
      'ukupno pdv',
    ],
  },
  typeEvidence: {
    identity_other_title: [
      'osobna iskaznica',
    ],
  },
  headings: {
    product_code: [
      'model',
      'model no',
    ],
  },
};
