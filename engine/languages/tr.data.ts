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
      'vade',
    ],
    delivery_date: [
      'teslim tarihi',
      'sevk tarihi',
      'irsaliye tarihi',
    ],
    order_number: [
      'siparis no',
      'siparis numarasi',
      'siparis kimligi',
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
      'siparis toplami',
    ],
    amount_due: [
      'odenecek tutar',
      'odenecek',
      'kalan tutar',
      'odenecek toplam',
      'odenmemis',
      'odenecek toplam tutar',
    ],
    subtotal: [
      'ara toplam',
      'mal hizmet toplam tutari',
      'matrah',
      'kdv haric toplam',
      'net tutar',
      'alt toplam',
      'aratoplam',
      'kdv haric tutar',
      'temel',
    ],
    tax: [
      'kdv',
      'hesaplanan kdv',
      'toplam kdv',
      'kdv tutari',
      '~vergi',
      '~vergiler',
      'satis vergisi',
      '~topkdv',
    ],
    discount: [
      'iskonto',
      'indirim',
      'toplam iskonto',
      '~indirimler',
      'indirim miktari',
    ],
    shipping: [
      'kargo',
      'nakliye',
      'teslimat',
    ],
    vendor: [
      'satici',
      'tedarikci',
    ],
    customer: [
      'alici',
      'musteri',
      'sayin',
      'fatura adresi',
      'musteri adi',
    ],
    tax_id: [
      'vergi no',
      'vkn',
      'vergi numarasi',
      'tckn',
      'vergi dairesi',
    ],
    account_number: [
      'banka hesap numarasi',
    ],
    closing_balance: [
      'kapanis bakiyesi',
    ],
    registration: [
      'mersis no',
      'ticaret sicil no',
    ],
    email: [
      'e posta',
      'e posta adresi',
      'eposta',
    ],
    fax: [
      'faks',
    ],
    previous_balance: [
      'acilis bakiyesi',
    ],
    payment_terms: [
      'odeme kosullari',
    ],
    period_end: [
      'bitis tarihi',
    ],
    period_start: [
      'baslangic tarihi',
    ],
    ship_to: [
      'teslimat adresi',
    ],
  },
  headings: {
    description: [
      'aciklama',
      'urun',
      'malzeme hizmet',
      'mal hizmet',
      'urunler',
      'tanim',
      'urun aciklamasi',
      'oge',
      'ogeler',
      'cinsi',
    ],
    product_code: [
      'stok kodu',
      'urun kodu',
    ],
    quantity: [
      'miktar',
      'adet',
      'birimler',
      'mik',
    ],
    unit: [
      'birim',
    ],
    unit_price: [
      'birim fiyat',
      'birim fiyati',
      'fiyat',
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
    position: [
      'konum',
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
  typeEvidence: {
    bank_statement_title: [
      'ekstre',
      'hesap ekstresi',
    ],
    invoice_title: [
      'satis faturasi',
      'e arsiv fatura',
    ],
    receipt_title: [
      'makbuz',
      'dekont',
      'tahsilat makbuzu',
    ],
    trade_paper_title: [
      'teklif',
      'fiyat teklifi',
      'irsaliye',
      'sevk irsaliyesi',
    ],
  },
};
