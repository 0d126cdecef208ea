import type { Language } from './language.ts';

/** Serbian words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'sr',
  precedence: 280,
  lacks: ['weekdays', 'frequentWords', 'legalForms', 'streetWords', 'countries', 'salutations', 'nameKeys', 'numberKeys', 'row:total'],
  months: [['januar', 'jan', 'јануар', 'јан'], ['februar', 'feb', 'фебруар', 'феб'], ['mart', 'mar', 'март', 'мар'], ['april', 'apr', 'април', 'апр'], ['maj', 'мај'], ['jun', 'јун'], ['jul', 'јул'], ['avgust', 'avg', 'август', 'авг'], ['septembar', 'sep', 'септембар', 'сеп'], ['oktobar', 'okt', 'октобар', 'окт'], ['novembar', 'nov', 'новембар', 'нов'], ['decembar', 'dec', 'децембар', 'дец']],
  labels: {
    amount_due: [
      'neplaceno',
      'unpaid',
      'ukupno za uplatu',
      'za placanje',
      'за уплату',
    ],
    amount_paid: [
      '~placanja',
      '~placanje',
      '~плаћања',
      '~плаћање',
    ],
    registration: [
      'maticni broj',
      'матични број',
    ],
    customer: [
      '~klijent',
      '~kupac',
      'адреса за наплату',
    ],
    discount: [
      '~popust',
      '~попуст',
    ],
    due_date: [
      'datum dospeca',
      'датум доспећа',
      'рок плаћања',
    ],
    email: [
      'e posta',
      'email adresa',
    ],
    fax: [
      'faks',
    ],
    invoice_date: [
      'datum fakture',
    ],
    order_date: [
      'datum narudzbine',
    ],
    payment_reference: [
      'svrha uplate',
      'позив на број',
      'сврха уплате',
    ],
    period_end: [
      'datum do',
      'datum zavrsetka',
      'krajnji datum',
      'датум завршетка',
    ],
    period_start: [
      'datum od',
      'datum pocetka',
      'датум почетка',
    ],
    subtotal: [
      'međuzbir',
      'osnovica za pdv',
      'међузбир',
      'износ без пдв',
      'укупно без пдв',
    ],
    tax: [
      '~porez',
      'iznos poreza',
      '~porezi',
      '~порез',
      '~порези',
      'износ пдв',
      'укупан износ пореза',
    ],
    total: [
      'svega',
      'свега',
    ],
    phone: [
      'mobilni',
      'broj telefona',
      'телефон',
    ],
    tax_id: [
      'pib',
      'пдв број',
      'пиб',
    ],
    date: [
      'датум',
    ],
    invoice_number: [
      'број фактуре',
      'број рачуна',
    ],
  },
  typeEvidence: {
    bank_statement_title: [
      'izvod',
      'извод',
    ],
    invoice_title: [
      'racun',
      'фактура',
    ],
    receipt_title: [
      'fiskalni racun',
      'priznanica',
      'фискални рачун',
    ],
    trade_paper_title: [
      'ponuda',
      'otpremnica',
    ],
  },
  headings: {
    amount: [
      'iznos',
    ],
    description: [
      'proizvod',
      'proizvodi',
      'stavka',
      'stavke',
      'опис',
      'производи',
      'ставка',
    ],
    position: [
      'pozicija',
    ],
    quantity: [
      'kolicina',
      'количина',
    ],
    unit_price: [
      'jedinicna cena',
      'цена',
    ],
  },
};
