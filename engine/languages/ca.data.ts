import type { Language } from './language.ts';

/** Catalan words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'ca',
  precedence: 290,
  lacks: ['label:invoice_number', 'label:total', 'weekdays', 'frequentWords', 'legalForms', 'streetWords', 'countries', 'salutations', 'nameKeys', 'numberKeys', 'row:total'],
  months: [['gener', 'gen'], ['febrer', 'febr'], ['marc'], ['abril', 'abr'], ['maig'], ['juny'], ['juliol', 'jul'], ['agost'], ['setembre', 'set'], ['octubre', 'oct'], ['novembre', 'nov'], ['desembre', 'des']],
  labels: {
    amount_due: [
      'import a pagar',
      'pendent de pagament',
    ],
    amount_paid: [
      'import del pagament',
    ],
    customer_id: [
      'id de client',
    ],
    customer: [
      'adreca de facturacio',
    ],
    discount: [
      '~descompte',
      '~descomptes',
    ],
    due_date: [
      'data de venciment',
      'data venciment',
      'venciment',
    ],
    email: [
      'correu electronic',
    ],
    invoice_date: [
      'data de la factura',
      'data de factura',
    ],
    vendor: [
      '~proveidor',
    ],
    order_date: [
      'data de la comanda',
    ],
    order_number: [
      'numero de comanda',
      'id de comanda',
    ],
    payment_terms: [
      'condicions de pagament',
    ],
    period_end: [
      'data final',
      'data de finalitzacio',
      'data finalitzacio',
    ],
    period_start: [
      'data dinici',
      'valid des de',
    ],
    shipping: [
      'enviament',
    ],
    subtotal: [
      'import net',
    ],
    tax: [
      '~impost',
      'quota iva',
    ],
    phone: [
      'numero de telefon',
    ],
  },
  typeEvidence: {
    receipt_title: [
      'tiquet',
    ],
  },
  headings: {
    amount: [
      'import',
    ],
    description: [
      'descripcio',
      'producte',
      'productes',
      'serveis',
      'descripcio del producte',
    ],
    position: [
      'posicio',
    ],
    quantity: [
      'quantitat total',
    ],
    unit: [
      'unitat',
    ],
    unit_price: [
      'preu',
      'preu unitari',
      'preu de venda',
    ],
  },
};
