import type { Language } from './language.ts';

/** Japanese words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'ja',
  precedence: 320,
  lacks: ['months', 'weekdays', 'frequentWords', 'legalForms', 'streetWords', 'countries', 'salutations', 'nameKeys', 'numberKeys', 'row:total'],
  labels: {
    account_number: [
      '口座番号',
    ],
    amount_due: [
      '未払い',
      '請求金額',
      'お支払金額',
      'こ請求金額',
      'こ請求額',
    ],
    amount_paid: [
      '支払い',
      '支払',
    ],
    customer_id: [
      'クライアントid',
    ],
    customer: [
      '請求先住所',
      'お客様',
      'お客様名',
    ],
    date: [
      '日付',
    ],
    delivery_date: [
      '納期',
    ],
    discount: [
      '割引',
    ],
    due_date: [
      '期日',
      '支払期日',
      'お支払い期限',
      '振込期限',
    ],
    email: [
      'eメール',
      'メール',
    ],
    invoice_date: [
      '請求日',
      '発行日',
      '請求書発行日',
    ],
    invoice_number: [
      '請求書番号',
      '請求番号',
      '伝票番号',
      '請求書no',
    ],
    previous_balance: [
      '期首残高',
      '前回残高',
      '前月繰越',
    ],
    order_date: [
      '注文日',
    ],
    order_number: [
      '注文番号',
      '注文id',
      '受注番号',
    ],
    period_end: [
      '終了日',
    ],
    period_start: [
      '開始日',
    ],
    ship_to: [
      '配送先住所',
    ],
    shipping: [
      '送料',
      '配送',
    ],
    subtotal: [
      '小計',
      '税抜合計',
    ],
    tax: [
      '税額',
      '消費税',
      '内消費税',
      '消費税額',
    ],
    total: [
      '合計',
      '総合計',
      '総計',
      '注文合計',
      '税込合計',
      '総額',
    ],
    phone: [
      '電話',
      '電話番号',
    ],
    tax_id: [
      '法人番号',
      '登録番号',
      '適格請求書発行事業者登録番号',
    ],
  },
  typeEvidence: {
    invoice_title: [
      '請求書',
      '御請求書',
    ],
    purchase_order_title: [
      '発注書',
    ],
    receipt_title: [
      '領収書',
      'レシート',
      '領収証',
    ],
  },
  headings: {
    amount: [
      '金額',
    ],
    description: [
      'アイテム',
      'サーヒス',
      '項目',
      '件名',
      '内容',
      '品名',
    ],
    position: [
      '位置',
    ],
    quantity: [
      '数量',
    ],
    unit_price: [
      '価格',
      '単価',
      '販売価格',
    ],
  },
};
