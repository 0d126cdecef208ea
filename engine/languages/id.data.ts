import type { Language } from './language.ts';

/** Indonesian words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'id',
  precedence: 380,
  lacks: ['label:subtotal', 'weekdays', 'frequentWords', 'legalForms', 'streetWords', 'countries', 'salutations', 'nameKeys', 'numberKeys', 'row:total'],
  months: [['januari', 'jan'], ['februari', 'feb'], ['maret', 'mar'], ['april', 'apr'], ['mei'], ['juni', 'jun'], ['juli', 'jul'], ['agustus', 'agu'], ['september', 'sep'], ['oktober', 'okt'], ['november', 'nov'], ['desember', 'des']],
  labels: {
    account_number: [
      'akun bank',
      'nomor akun',
    ],
    amount_due: [
      'belum dibayar',
      'belum lunas',
      'total yang harus dibayar',
      'jumlah tagihan',
      'sisa tagihan',
      'total pembayaran',
    ],
    amount_paid: [
      '~pembayaran',
      'jumlah pembayaran',
    ],
    closing_balance: [
      'saldo akhir',
    ],
    customer_id: [
      'id pelanggan',
      'id klien',
    ],
    customer: [
      'pelanggan',
      'alamat tagihan',
      'nama pelanggan',
      'tagihan kepada',
      'ditagihkan kepada',
      '~kepada',
      '~pembeli',
    ],
    delivery_date: [
      'tanggal pengiriman',
    ],
    discount: [
      '~diskon',
      'jumlah diskon',
    ],
    due_date: [
      'jatuh tempo',
      'tanggal jatuh tempo',
      'batas pembayaran',
    ],
    email: [
      'alamat email',
      'surel',
    ],
    fax: [
      'faks',
    ],
    invoice_date: [
      'tanggal faktur',
      'tanggal invoice',
    ],
    invoice_number: [
      'id faktur',
      'nomor tagihan',
      'no faktur',
      'no invoice',
      'no nota',
      'nomor seri faktur pajak',
    ],
    vendor: [
      '~pemasok',
    ],
    order_date: [
      'tanggal pemesanan',
      'tanggal pesanan',
    ],
    order_number: [
      'nomor pesanan',
      'id pesanan',
    ],
    payment_terms: [
      'syarat pembayaran',
    ],
    period_end: [
      'tanggal akhir',
    ],
    period_start: [
      'dari tanggal',
      'berlaku dari',
    ],
    ship_to: [
      'alamat pengiriman',
      'dikirim ke',
    ],
    shipping: [
      'total pengiriman',
    ],
    tax: [
      'pajak',
      'total pajak',
    ],
    total: [
      'total keseluruhan',
      'total biaya',
      'total pesanan',
      'total bayar',
    ],
    tax_id: [
      'id pajak',
    ],
  },
  typeEvidence: {
    invoice_title: [
      'faktur',
      'faktur penjualan',
      'faktur pajak',
    ],
    receipt_title: [
      'bukti pembayaran',
      'nota',
    ],
  },
  headings: {
    description: [
      'deskripsi',
      'produk',
      'barang',
      'keterangan',
      'nama produk',
      'deskripsi produk',
      'layanan',
      'nama item',
      'uraian',
    ],
    product_code: [
      'id produk',
    ],
    position: [
      'posisi',
    ],
    quantity: [
      'kuantitas',
      'banyaknya',
    ],
    unit_price: [
      'harga',
      'biaya',
      'harga satuan',
    ],
  },
};
