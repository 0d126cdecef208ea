import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatUnits } from '../normalise/decimal.ts';
import { toWireValue, type WireKind, wireReadings } from './wire-value.ts';

const wire = (kind: WireKind, text: string, language: string | null = 'en', currency: string | null = null) =>
  toWireValue(kind, text, { language, currency });

describe('amounts', () => {
  test.each([
    ['1,234.50', 'en', '1234.50'],
    ['1.234,5', 'de', '1234.50'],
    ['1.234', 'de', '1234.00'],
    ['1.234', 'en', '1.234'],
    ['1,234', 'en', '1234.00'],
    ['1 234,56 €', 'fr', '1234.56'],
    ['€ 12', 'nl', '12.00'],
    ['CHF 1’234.50', 'de', '1234.50'],
    ['$-5.00', 'en', '-5.00'],
    ['-$5.00', 'en', '-5.00'],
    ['(5.00)', 'en', '-5.00'],
    ['5.00-', 'en', '-5.00'],
    ['−5,00', 'de', '-5.00'],
    ['.5', 'en', '0.50'],
    ['12,-', 'de', '12.00'],
    ['Fr. 12.50', 'de', '12.50'],
    ['12 Euro', 'de', '12.00'],
    ['-.5', 'en', '-0.50'],
    ['0', 'en', '0.00'],
  ])('%s in %s is %s', (text, language, value) => {
    expect(wire('amount', text, language)).toBe(value);
  });

  test.each(['', ' ', 'a lot', '1.2.3,4', '12abcdefgh', '1 2 3', '1,23,4', '--5', '1.23456', '5 apples and 3'])(
    '%j is none',
    (text) => {
      expect(wire('amount', text)).toBeNull();
    },
  );

  test('a discount may be a share; a quantity has no trailing zeros', () => {
    expect(wire('amount', '10 %')).toBe('10%');
    expect(wire('number', '2.50')).toBe('2.5');
    expect(wire('number', '100')).toBe('100');
    expect(wire('number', '19 %')).toBe('19');
  });
});

describe('dates', () => {
  test.each([
    ['2024-03-04', 'de', '2024-03-04'],
    ['04.03.2024', 'en', '2024-03-04'],
    ['4/3/24', 'fr', '2024-03-04'],
    ['4/3/24', 'en', '2024-04-03'],
    ['25/3/24', 'en', '2024-03-25'],
    ['04032024', 'de', '2024-03-04'],
    ['3. März 2024', 'de', '2024-03-03'],
    ['le 1er août 2015', 'fr', '2015-08-01'],
    ['1 de enero de 2020', 'es', '2020-01-01'],
    ['Mar 3, 2024', 'en', '2024-03-03'],
    ['Monday, 3rd of June 2024', 'en', '2024-06-03'],
    ['12 AUG 74', 'pl', '1974-08-12'],
    ['2024年3月4日', 'ja', '2024-03-04'],
  ])('%s in %s is %s', (text, language, value) => {
    expect(wire('date', text, language)).toBe(value);
  });

  test('English money that is not American has the day first', () => {
    expect(wire('date', '4/3/24', 'en', 'GBP')).toBe('2024-03-04');
    expect(wire('date', '4/3/24', 'en', 'USD')).toBe('2024-04-03');
  });

  test.each(['32.13.2024', '30.02.2024', 'tomorrow', '2024', '3 March', 'March 2024', '3 Foo 2024', '1.2.3.2024'])(
    '%j is none',
    (text) => {
      expect(wire('date', text)).toBeNull();
    },
  );

  test('every day, written out in any language of the runtime, reads back as itself', () => {
    const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'cs', 'sv', 'da', 'fi', 'hu', 'ro', 'tr'];
    const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(...languages), fc.constantFrom('long', 'short'), (day, language, month) => {
        const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
        expect(wire('date', format.format(day), language)).toBe(day.toISOString().slice(0, 10));
      }),
    );
  });
});

test.each([
  ['time', '9:05', '09:05'],
  ['time', '9.05 pm', '21:05'],
  ['time', '12:00 a.m.', '00:00'],
  ['time', '25:00', null],
  ['time', '13:00 pm', null],
  ['currency', 'eur', 'EUR'],
  ['currency', '€', 'EUR'],
  ['currency', 'money', null],
  ['iban', 'de89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
  ['checkbox', 'Yes', 'true'],
  ['checkbox', 'maybe', null],
  ['identifier', '  R  77 ', 'R 77'],
  ['address', 'Main St 1\r\n 12345 Town\n', 'Main St 1, 12345 Town'],
  ['name', 'A\u202eB', null],
  ['text', 'x'.repeat(4_001), null],
] as const)('a %s %j is %j', (kind, text, value) => {
  expect(wire(kind, text)).toBe(value);
});

test('the dollar sign is the dollar of the document', () => {
  expect(wire('currency', '$', 'en', 'CAD')).toBe('CAD');
  expect(wire('currency', '$', 'en', null)).toBe('USD');
});

const kinds = fc.constantFrom<WireKind>(
  'amount',
  'number',
  'date',
  'time',
  'currency',
  'identifier',
  'address',
  'text',
);

test('a value in wire form is its own wire form, in every language', () => {
  const values = fc.oneof(
    fc.integer({ min: -1e12, max: 1e12 }).map((cents) => ['amount', formatUnits(cents * 100)] as const),
    fc
      .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((day) => ['date', day.toISOString().slice(0, 10)] as const),
  );
  fc.assert(
    fc.property(values, fc.constantFrom('en', 'de', 'fr', null), ([kind, value], language) => {
      expect(wire(kind, value, language)).toBe(value);
    }),
  );
});

test('what is a value of a kind is one of the readings, whatever is typed', () => {
  fc.assert(
    fc.property(kinds, fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'de'), (kind, text, language) => {
      const value = wire(kind, text, language);
      if (value === null) return;
      expect(value).not.toBe('');
      if (kind === 'amount' && !value.endsWith('%')) expect(wireReadings(kind, text)).toContain(value);
    }),
  );
});
