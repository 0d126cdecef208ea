import type { Language } from './language.ts';

/** Hebrew words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'he',
  precedence: 310,
  lacks: ['weekdays', 'frequentWords', 'legalForms', 'streetWords', 'countries', 'salutations', 'nameKeys', 'numberKeys', 'row:total'],
  months: [['ינואר'], ['פברואר'], ['מרץ'], ['אפריל'], ['מאי'], ['יוני'], ['יולי'], ['אוגוסט'], ['ספטמבר'], ['אוקטובר'], ['נובמבר'], ['דצמבר']],
  labels: {
    account_number: [
      'מספר חשבון',
    ],
    amount_due: [
      'סכום לתשלום',
      'יתרה לתשלום',
      'לתשלום',
      'סה כ לתשלום',
    ],
    amount_paid: [
      '~תשלום',
      '~תשלומים',
    ],
    customer_id: [
      'מזהה לקוח',
    ],
    customer: [
      'לקוח',
      'שם הלקוח',
    ],
    discount: [
      '~הנחה',
    ],
    due_date: [
      'תאריך פירעון',
      'לתשלום עד',
      'תאריך לתשלום',
    ],
    email: [
      'דואר אלקטרוני',
    ],
    invoice_date: [
      'תאריך חשבונית',
      'תאריך הפקה',
    ],
    invoice_number: [
      'מספר חשבונית',
      'מזהה חשבונית',
      'מס חשבונית',
      'חשבונית מס',
    ],
    vendor: [
      '~ספק',
    ],
    order_date: [
      'תאריך הזמנה',
    ],
    order_number: [
      'מזהה הזמנה',
    ],
    payment_terms: [
      'תנאי תשלום',
    ],
    period_end: [
      'תאריך סיום',
    ],
    period_start: [
      'תאריך התחלה',
    ],
    ship_to: [
      'כתובת למשלוח',
    ],
    shipping: [
      'משלוח',
    ],
    subtotal: [
      'סכום ביניים',
      'סיכום ביניים',
    ],
    tax: [
      '~מיסים',
      '~מסים',
      'סכום מס',
      'מע מ',
      'סה כ מע מ',
    ],
    total: [
      'סה כ',
    ],
    phone: [
      'מספר טלפון',
      'נייד',
    ],
    tax_id: [
      'מספר עוסק',
      'עוסק מורשה',
    ],
  },
  typeEvidence: {
    invoice_title: [
      'חשבונית',
      'חשבון',
      'חשבונית מס',
    ],
  },
  headings: {
    description: [
      'מוצר',
      'מוצרים',
      'פריטים',
      'תאור',
      'פירוט',
    ],
    product_code: [
      'מזהה מוצר',
    ],
    unit_price: [
      'מחיר',
      'עלות',
      'מחיר ליחידה',
    ],
  },
};
