import type { Language } from './language.ts';

/** Thai words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'th',
  precedence: 350,
  lacks: ['weekdays', 'frequentWords', 'legalForms', 'streetWords', 'countries', 'salutations', 'nameKeys', 'numberKeys', 'row:total'],
  months: [['มกราคม'], ['กมภาพนธ'], ['มนาคม'], ['เมษายน'], ['พฤษภาคม'], ['มถนายน'], ['กรกฎาคม'], ['สงหาคม'], ['กนยายน'], ['ตลาคม'], ['พฤศจกายน'], ['ธนวาคม']],
  labels: {
    account_number: [
      '~บญชธนาคาร',
    ],
    amount_due: [
      'ยงไมไดชำระ',
      'ยอดทตองชำระ',
      'ยอดชำระ',
    ],
    amount_paid: [
      '~การชำระเงน',
      '~ชำระเงน',
    ],
    customer: [
      '~ลกคา',
      '~รายละเอยดลกคา',
    ],
    discount: [
      '~สวนลด',
    ],
    due_date: [
      'วนครบกำหนด',
      'ครบกำหนด',
      'ครบกำหนดชำระ',
    ],
    email: [
      'อเมล',
      'จดหมาย',
      'ทอยอเมล',
    ],
    fax: [
      'แฟกซ',
    ],
    invoice_date: [
      'วนทออก',
    ],
    invoice_number: [
      'รหสใบแจงหน',
      'เลขทใบแจงหน',
      'เลขท',
    ],
    vendor: [
      '~ผขาย',
    ],
    order_date: [
      'วนทสงซอ',
    ],
    period_start: [
      '~วนทเรมตน',
    ],
    ship_to: [
      '~ทอยจดสง',
    ],
    subtotal: [
      'ยอดรวมยอย',
      'สทธ',
      'รวมเงน',
      'มลคาสนคา',
      'ยอดกอนภาษ',
    ],
    tax: [
      'ภาษ',
      '~ภาษมลคาเพม',
    ],
    total: [
      'ทงหมด',
      'รวมทงหมด',
      'รวมทงสน',
      'จำนวนเงนรวมทงสน',
      'ยอดรวมทงสน',
    ],
    phone: [
      'โทรศพท',
      'หมายเลขโทรศพท',
      'มอถอ',
    ],
    tax_id: [
      'เลขประจำตวผเสยภาษ',
      'เลขประจำตวผเสยภาษอากร',
    ],
  },
  typeEvidence: {
    invoice_title: [
      'ใบแจงหน',
      'ใบกำกบภาษ',
    ],
    purchase_order_title: [
      'ใบสงซอ',
    ],
    receipt_title: [
      'ใบเสรจ',
      'ใบเสรจรบเงน',
    ],
  },
  headings: {
    description: [
      'รายละเอยดสนคา',
    ],
    position: [
      'ตำแหนง',
    ],
    quantity: [
      'ปรมาณ',
    ],
    unit: [
      'หนวย',
    ],
    unit_price: [
      'ราคาตอหนวย',
      'ราคาขาย',
      'ราคา หนวย',
    ],
  },
};
