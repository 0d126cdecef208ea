import type { Language } from './language.ts';

/** Hindi words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'hi',
  precedence: 370,
  lacks: ['months', 'weekdays', 'frequentWords', 'legalForms', 'streetWords', 'countries', 'salutations', 'nameKeys', 'numberKeys', 'row:total'],
  labels: {
    amount_due: [
      'बकय रश',
      'अवतनक',
      'दय रश',
      'कल दय रश',
    ],
    amount_paid: [
      '~भगतन',
    ],
    customer_id: [
      'गरहक कड',
    ],
    customer: [
      'गरहक',
      'गरहक क नम',
    ],
    date: [
      'तरख',
    ],
    discount: [
      'कल छट',
    ],
    due_date: [
      'नयत तरख',
      'दय तथ',
    ],
    email: [
      'ईमल',
    ],
    fax: [
      'फकस',
    ],
    invoice_date: [
      'चलन क तरख',
      'बल दनक',
    ],
    invoice_number: [
      'बल सखय',
      'बजक सखय',
    ],
    order_number: [
      'ऑरडर नबर',
    ],
    payment_terms: [
      'भगतन क शरत',
    ],
    period_start: [
      'स मनय',
    ],
    ship_to: [
      'शपग पत',
    ],
    shipping: [
      'शपग',
    ],
    subtotal: [
      'उप यग',
    ],
    tax: [
      '~जएसट',
    ],
    total: [
      'कल रश',
    ],
  },
  typeEvidence: {
    credit_note_title: [
      'करडट नट',
    ],
    invoice_title: [
      'चलन',
      'बजक',
    ],
    receipt_title: [
      'रसद',
    ],
  },
  headings: {
    description: [
      'ववरण',
      'उतपद',
      'आइटम',
    ],
    quantity: [
      'कल मतर',
    ],
    unit_price: [
      'कमत',
      'मलय',
      'इकई मलय',
    ],
  },
};
