import type { Language } from './language.ts';

/** Vietnamese words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'vi',
  precedence: 360,
  lacks: ['months', 'weekdays', 'frequentWords', 'legalForms', 'streetWords', 'countries', 'salutations', 'nameKeys', 'numberKeys', 'row:total'],
  labels: {
    account_number: [
      'so tai khoan',
    ],
    amount_due: [
      'chua thanh toan',
      'so tien phai tra',
      'con phai tra',
    ],
    customer: [
      'khach hang',
      'đia chi thanh toan',
      'nguoi mua',
      'nguoi mua hang',
      'ten nguoi mua',
      'đon vi mua hang',
    ],
    discount: [
      'giam gia',
    ],
    due_date: [
      'han thanh toan',
      'ngay đen han',
    ],
    invoice_date: [
      'ngay hoa đon',
      'ngay lap',
    ],
    invoice_number: [
      'so hoa đon',
      'ky hieu',
      'mau so',
      'so hđ',
    ],
    vendor: [
      'nha cung cap',
      'đon vi ban hang',
    ],
    order_date: [
      'ngay đat hang',
    ],
    order_number: [
      'so đon hang',
    ],
    period_start: [
      'ngay bat đau',
    ],
    subtotal: [
      'tong phu',
      'cong tien hang',
      'thanh tien chua thue',
    ],
    tax: [
      '~thue',
      'tong thue',
      'tien thue',
      'tien thue gtgt',
    ],
    total: [
      'tong tien thanh toan',
    ],
    phone: [
      'đien thoai',
      'so đien thoai',
    ],
    tax_id: [
      'ma so thue vat',
    ],
  },
  typeEvidence: {
    invoice_title: [
      'hoa đon',
      'hoa đon ban hang',
    ],
    receipt_title: [
      'bien lai',
      'phieu thu',
    ],
  },
  headings: {
    amount: [
      'so tien',
      'thanh tien',
    ],
    description: [
      'mo ta',
      'san pham',
      'dien giai',
    ],
    unit: [
      'đon vi',
      'đvt',
      'đon vi tinh',
    ],
    unit_price: [
      'gia',
      'gia ban',
      'đon gia',
    ],
  },
};
