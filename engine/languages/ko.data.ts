import type { Language } from './language.ts';

/** Korean words as printed on business documents. Notation: see `language.ts`. */
export const LANGUAGE: Language = {
  code: 'ko',
  precedence: 340,
  lacks: ['label:amount_due', 'months', 'weekdays', 'frequentWords', 'legalForms', 'streetWords', 'countries', 'salutations', 'nameKeys', 'numberKeys', 'row:total'],
  labels: {
    amount_paid: [
      '~결제',
    ],
    customer: [
      '고객',
      '~거래처',
      '~공급받는자',
      '~귀하',
      '~수신',
    ],
    discount: [
      '~할인',
    ],
    due_date: [
      '납기일',
      '납부기한',
      '만기일',
      '지불 기한',
    ],
    email: [
      '이메일',
    ],
    fax: [
      '팩스',
    ],
    invoice_date: [
      '발행일',
      '발행일자',
      '작성일자',
      '청구일',
    ],
    invoice_number: [
      '청구서 번호',
      '송장 번호',
      '인보이스 번호',
    ],
    vendor: [
      '~공급자',
      '~판매자',
    ],
    order_number: [
      '주문 번호',
      '주문 id',
    ],
    period_end: [
      '종료 날짜',
    ],
    period_start: [
      '시작 날짜',
    ],
    ship_to: [
      '배송 주소',
    ],
    subtotal: [
      '과세물품가액',
    ],
    tax: [
      '총 세금',
      '~부가가치세',
      '~세액',
      '~부가세',
    ],
    total: [
      '합계',
      '총계',
      '합계금액',
      '총 금액',
    ],
    phone: [
      '전화',
    ],
    tax_id: [
      '등록번호',
      '사업자번호',
    ],
  },
  typeEvidence: {
    invoice_title: [
      '거래명세서',
      '세금계산서',
    ],
  },
  headings: {
    amount: [
      '금액',
    ],
    description: [
      '항목',
      '상품명',
      '품명',
      '내역',
      '적요',
      '품목',
    ],
    unit_price: [
      '가격',
      '단가',
    ],
  },
};
