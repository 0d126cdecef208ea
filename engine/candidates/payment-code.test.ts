import { expect, test } from 'vitest';
import { parsePaymentCode } from './payment-code.ts';

const SWISS = [
  ...['SPC', '0200', '1', 'CH4431999123000889012'],
  ...['S', 'Muster AG', 'Seeweg', '7', '8000', 'Zürich', 'CH'],
  ...['', '', '', '', '', '', ''],
  ...['1949.75', 'CHF'],
  ...['K', 'Anna Beispiel', 'Gasse 28', '9400 Rorschach', '', '', 'CH'],
  ...['QRR', '210000000003139471430009017', 'Rechnung 12', 'EPD'],
];

test('a Swiss code gives creditor, debtor, amount and reference', () => {
  expect(parsePaymentCode(SWISS.join('\r\n'))?.values).toEqual({
    vendor_iban: 'CH4431999123000889012',
    vendor_name: 'Muster AG',
    vendor_address: 'Seeweg 7, 8000 Zürich',
    amount_due: '1949.75',
    currency: 'CHF',
    customer_name: 'Anna Beispiel',
    customer_address: 'Gasse 28, 9400 Rorschach',
    payment_reference: '210000000003139471430009017',
    payment_message: 'Rechnung 12',
  });
});

test('an open amount and an unknown debtor are left out', () => {
  const open = SWISS.map((line, index) => (index === 18 || (index >= 20 && index < 27) ? '' : line));
  const values = parsePaymentCode(open.join('\n'))?.values;
  expect(values).not.toHaveProperty('amount_due');
  expect(values).not.toHaveProperty('customer_name');
});

test('a code without its trailer, of an unknown version or of another kind is none', () => {
  expect(parsePaymentCode(SWISS.slice(0, 30).join('\n'))).toBeUndefined();
  expect(parsePaymentCode(['SPC', '0900', ...SWISS.slice(2)].join('\n'))).toBeUndefined();
  expect(parsePaymentCode('https://example.org/pay')).toBeUndefined();
});

test('an EPC code gives name, IBAN, amount and currency', () => {
  const epc = [
    'BCD',
    '002',
    '1',
    'SCT',
    '',
    'Muster GmbH',
    'DE89370400440532013000',
    'EUR118.5',
    '',
    'RF18539007547034',
  ];
  expect(parsePaymentCode(epc.join('\n'))?.values).toEqual({
    vendor_name: 'Muster GmbH',
    vendor_iban: 'DE89370400440532013000',
    amount_due: '118.5',
    currency: 'EUR',
    payment_reference: 'RF18539007547034',
  });
});
