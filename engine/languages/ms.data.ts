import type { Language } from './language.ts';

/** Malay words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'ms',
  precedence: 230,
  lacks: ['label:subtotal', 'frequentWords', 'countries', 'salutations', 'nameKeys', 'numberKeys', 'row:total'],
  months: [
    ['jan', 'januari'],
    ['feb', 'februari'],
    [],
    ['april', 'apr'],
    ['mei'],
    ['jun'],
    ['jul'],
    [],
    ['september', 'sep'],
    ['oktober', 'okt'],
    ['november', 'nov'],
    [],
  ],
  weekdays: [
    ['ahad'],
    ['isnin'],
    ['selasa'],
    ['rabu'],
    ['khamis'],
    ['jumaat'],
    ['sabtu'],
  ],
  legalForms: [
    'Sdn\\.?\\s?Bhd\\.?',
    'SDN\\.?\\s?BHD\\.?',
    'BHD',
    'PLT',
  ],
  legalFormsAtEnd: [
    'sdn\\.?\\s?bhd\\.?',
    's\\/b',
    'sb',
    'bhd\\.?',
    'plt',
  ],
  ownedBy: [
    'dimiliki',
    'dimiliki oleh',
  ],
  streetWords: [
    'jalan',
    'jln',
    'taman',
  ],
  placeWords: [
    'kompleks',
    'wisma',
    'menara',
    'bangunan',
    'bandar',
    'bdr',
    'kampung',
    'kg',
    'desa',
    'tmn',
    'taman',
    'seksyen',
    'pusat',
    'medan',
    'lebuh',
    'lorong',
    'persiaran',
    'dataran',
    'mukim',
    'batu',
    'darul',
    'selangor',
    'johor',
  ],
  labels: {
    amount_due: [
      'baki perlu dibayar',
      'jumlah perlu bayar',
      'jumlah perlu dibayar',
    ],
    registration: [
      'no pendaftaran syarikat',
    ],
    due_date: [
      'tarikh akhir',
    ],
    invoice_date: [
      'tarikh invois',
    ],
    invoice_number: [
      'nombor invois',
    ],
    tax: [
      '~cukai',
      'cukai jualan',
      'cukai perkhidmatan',
      '~sst',
    ],
    total: [
      'jumlah',
      'jumlah keseluruhan',
      'jumlah besar',
    ],
  },
  headings: {
    description: [
      'keterangan',
      'perihal',
    ],
    quantity: [
      'kuantiti',
    ],
    unit_price: [
      'harga',
    ],
  },
  typeEvidence: {
    invoice_title: [
      'invois',
    ],
    receipt_title: [
      'resit',
      'resit rasmi',
    ],
  },
};
