import type { Language } from './language.ts';

/** Turkish words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'tr',
  precedence: 160,
  lacks: [
    'weekdays',
    'legalForms',
    'streetWords',
    'salutations',
    'nameKeys',
    'numberKeys',
  ],
  months: [
    ['ocak', 'oca'],
    ['subat', 'sub'],
    ['mar', 'mart'],
    ['nisan', 'nis'],
    ['may', 'mayis'],
    ['haziran', 'haz'],
    ['temmuz', 'tem'],
    ['agustos', 'agu'],
    ['eylul', 'eyl'],
    ['ekim', 'eki'],
    ['kasim', 'kas'],
    ['aralik', 'ara'],
  ],
  frequentWords: ['ve', 'bir', 'ile', 'icin', 'bu', 'fatura', 'tarih', 'tarihi', 'toplam', 'tutar', 'kdv', 'dahil', 'adet', 'miktar', 'birim', 'fiyat', 'fiyati', 'vergi', 'dairesi', 'musteri', 'odeme', 'adres', 'sayin', 'alici', 'satici', 'mah', 'cad'],
  labels: {
    invoice_number: [
      'fatura no',
      'fatura numarasi',
      'fatura nosu',
      'fatura sira no',
      'belge no',
      'belge numarasi',
      'e fatura no',
      'fis no',
    ],
    invoice_date: [
      'fatura tarihi',
      'duzenleme tarihi',
      'belge tarihi',
      'duzenlenme tarihi',
      'fatura duzenleme tarihi',
    ],
    date: [
      'tarih',
    ],
    due_date: [
      'vade tarihi',
      'son odeme tarihi',
      'odeme tarihi',
      'odeme vadesi',
      'son odeme',
    ],
    delivery_date: [
      'teslim tarihi',
      'sevk tarihi',
      'irsaliye tarihi',
    ],
    order_number: [
      'siparis no',
      'siparis numarasi',
    ],
    contract_number: [
      'sozlesme no',
    ],
    customer_id: [
      'musteri no',
      'musteri numarasi',
      'cari kodu',
      'musteri kodu',
      'abone no',
    ],
    payment_reference: [
      'odeme referansi',
    ],
    total: [
      'toplam',
      'genel toplam',
      'toplam tutar',
      'vergiler dahil toplam tutar',
      'kdv dahil toplam',
    ],
    amount_due: [
      'odenecek tutar',
      'odenecek',
      'kalan tutar',
      'odenecek toplam',
    ],
    subtotal: [
      'ara toplam',
      'mal hizmet toplam tutari',
      'matrah',
      'kdv haric toplam',
      'net tutar',
    ],
    tax: [
      'kdv',
      'hesaplanan kdv',
      'toplam kdv',
      'kdv tutari',
    ],
    discount: [
      'iskonto',
      'indirim',
      'toplam iskonto',
    ],
    shipping: [
      'kargo',
      'nakliye',
    ],
    vendor: [
      'satici',
      'tedarikci',
    ],
    customer: [
      'alici',
      'musteri',
      'sayin',
    ],
    tax_id: [
      'vergi no',
      'vkn',
      'vergi numarasi',
    ],
  },
  headings: {
    description: [
      'aciklama',
      'urun',
      'malzeme hizmet',
      'mal hizmet',
    ],
    product_code: [
      'stok kodu',
      'urun kodu',
    ],
    quantity: [
      'miktar',
      'adet',
    ],
    unit: [
      'birim',
    ],
    unit_price: [
      'birim fiyat',
      'birim fiyati',
    ],
    amount: [
      'tutar',
      'toplam',
      'mal hizmet tutari',
    ],
    tax_rate: [
      'kdv',
      'kdv %',
      'kdv orani',
    ],
    tax_amount: [
      'kdv tutari',
    ],
    discount: [
      'iskonto',
      'indirim',
    ],
    date: [
      'tarih',
    ],
  },
  rowLabels: {
    total: [
      'toplam',
      'genel toplam',
      'ara toplam',
      'kdv',
    ],
  },
  countries: [
    'turkiye',
  ],
};
