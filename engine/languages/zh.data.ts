import type { Language } from './language.ts';

/** Chinese words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'zh',
  precedence: 330,
  lacks: ['months', 'weekdays', 'frequentWords', 'legalForms', 'streetWords', 'countries', 'salutations', 'nameKeys', 'numberKeys', 'row:total'],
  labels: {
    account_number: [
      '账号',
      '银行账户',
      '帳號',
      '銀行帳戶',
      '帳戶編號',
    ],
    amount_due: [
      '未付款',
      '应付金额',
      '待付金额',
      '应付款',
      '未付',
      '應付金額',
      '應繳總金額',
      '本期應繳',
    ],
    amount_paid: [
      '付款',
      '付款金额',
      '付款金額',
      '已付金額',
    ],
    closing_balance: [
      '期末余额',
    ],
    customer_id: [
      '客户编号',
      '客户代码',
      '客户端id',
    ],
    customer: [
      '账单地址',
      '顾客',
      '客户名称',
      '帐单地址',
      '买方',
      '购买方',
      '客戶',
      '帳單地址',
      '客戶名稱',
      '買受人',
    ],
    delivery_date: [
      '交货日期',
    ],
    discount: [
      '折扣',
      '折扣金额',
      '折扣總額',
    ],
    due_date: [
      '到期日期',
      '付款期限',
      '付款到期日',
      '繳款期限',
      '繳費期限',
    ],
    email: [
      '电子邮件',
      '邮箱',
      '电子邮件地址',
      '邮件',
      '邮箱地址',
      '電子郵件',
    ],
    fax: [
      '传真',
    ],
    invoice_date: [
      '发票日期',
      '签发日期',
      '發票日期',
      '開立日期',
    ],
    invoice_number: [
      '发票号码',
      '发票编号',
      '账单编号',
      '单据编号',
      '發票編號',
    ],
    vendor: [
      '供应商',
      '开票人',
      '销售方',
      '賣方',
      '銷售方',
    ],
    order_date: [
      '订单日期',
    ],
    order_number: [
      '订单编号',
      '訂單編號',
    ],
    payment_terms: [
      '付款条件',
      '付款條件',
    ],
    period_end: [
      '结束日期',
    ],
    period_start: [
      '开始日期',
      '从日期',
      '開始日期',
    ],
    ship_to: [
      '送货地址',
      '收货地址',
      '配送地址',
    ],
    shipping: [
      '运费',
      '配送',
    ],
    subtotal: [
      '小計',
      '不含税金额',
      '合计金额',
      '基准',
      '銷售額',
      '銷售額合計',
    ],
    tax: [
      '税收',
      '税额',
      '稅額',
      '稅務',
    ],
    total: [
      '总计',
      '合计',
      '总成本',
      '价税合计',
      '含税金额',
      '總計',
      '總金額',
      '全部',
      '合計',
    ],
    phone: [
      '电话',
      '手机',
      '電話',
    ],
    tax_id: [
      '税号',
      '增值税号',
      '買受人統一編號',
      '買方統編',
      '統一編號',
      '統編',
    ],
    payment_reference: [
      '付款參考',
    ],
  },
  typeEvidence: {
    bank_statement_title: [
      '对账单',
      '银行对账单',
    ],
    invoice_title: [
      '增值税普通发票',
      '电子发票',
      '發票',
      '統一發票',
    ],
    receipt_title: [
      '收据',
      '小票',
      '收款收据',
      '收據',
      '收銀單據',
    ],
    purchase_order_title: [
      '採購訂單',
    ],
  },
  headings: {
    description: [
      '描述',
      '产品',
      '服务',
      '产品名称',
      '商品名称',
      '品名',
      '货物或应税劳务 服务名称',
      '產品',
      '說明',
      '商品描述',
    ],
    discount: [
      '折扣率',
    ],
    position: [
      '位置',
    ],
    quantity: [
      '总数量',
      '數量',
    ],
    unit_price: [
      '单价',
      '成本',
      '價格',
    ],
    amount: [
      '金額',
    ],
    product_code: [
      '產品編號',
    ],
  },
};
