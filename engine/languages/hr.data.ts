import type { Language } from './language.ts';

/** Croatian words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'hr',
  precedence: 180,
  lacks: ['months', 'weekdays', 'frequentWords', 'legalForms', 'streetWords', 'countries', 'salutations', 'nameKeys', 'numberKeys', 'row:total'],
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
      'id narudzbe',
    ],
    contract_number: [
      'broj ugovora',
    ],
    customer_id: [
      'sifra kupca',
      'broj kupca',
      'sifra klijenta',
      'id kupca',
    ],
    payment_reference: [
      'poziv na broj',
      'opis placanja',
      'poziv na br',
    ],
    total: [
      'ukupno s pdv',
      'sveukupno',
      'ukupan iznos',
      'ukupno',
      'iznos s pdv',
      'iznos racuna',
      'ukupno s pdv om',
      'ukupno eur',
    ],
    amount_due: [
      'za platiti',
      'iznos za uplatu',
      'za uplatu',
      'preostalo za platiti',
      'ukupno za platiti',
      'neplaceno',
      'dospjeli iznos',
    ],
    subtotal: [
      'osnovica',
      'iznos bez pdv',
      'ukupno bez pdv',
      'neto iznos',
      'porezna osnovica',
      'međuzbroj',
      'iznos bez pdv a',
    ],
    tax: [
      'pdv',
      'iznos pdv',
      'ukupno pdv',
      'porez',
      '~porezi',
      'iznos poreza',
      'pdv iznos',
    ],
    amount_paid: [
      'placeni iznos',
    ],
    registration: [
      'maticni broj',
      'mbs',
    ],
    customer: [
      'kupac',
      '~klijent',
      '~primatelj',
      '~narucitelj',
    ],
    discount: [
      '~popust',
      '~popusti',
    ],
    email: [
      'e posta',
      'adresa e poste',
    ],
    fax: [
      'faks',
    ],
    vendor: [
      'dobavljac',
      '~prodavatelj',
    ],
    order_date: [
      'datum narudzbe',
    ],
    payment_terms: [
      'uvjeti placanja',
    ],
    period_end: [
      'datum zavrsetka',
      'datum do',
    ],
    period_start: [
      'datum pocetka',
      'pocetni datum',
      'datum od',
      'od datuma',
    ],
    ship_to: [
      'adresa za dostavu',
    ],
    shipping: [
      'dostava',
    ],
    phone: [
      'broj telefona',
      'mobitel',
    ],
    tax_id: [
      'pdv id',
      'pdv id broj',
    ],
  },
  typeEvidence: {
    identity_other_title: [
      'osobna iskaznica',
    ],
    bank_statement_title: [
      'izvadak',
      'izvadak po racunu',
      'izvod po racunu',
    ],
    credit_note_title: [
      'odobrenje',
      'storno racun',
    ],
    receipt_title: [
      'priznanica',
      'blagajnicka uplatnica',
      'potvrda',
    ],
    trade_paper_title: [
      'ponuda',
      'otpremnica',
    ],
  },
  headings: {
    product_code: [
      'model',
      'model no',
    ],
    description: [
      'proizvod',
      'stavka',
      'proizvodi',
      'stavke',
      'opis proizvoda',
      'naziv proizvoda',
      'naziv',
    ],
    position: [
      'pozicija',
      'rbr',
    ],
    quantity: [
      'kolicina',
    ],
    unit: [
      'jedinica',
      'jmj',
    ],
    unit_price: [
      'jed cijena',
    ],
  },
};
