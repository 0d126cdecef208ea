import { expect, test } from 'vitest';
import { buildLines } from '../../layout/lines.ts';
import { documentFromText } from '../../testing/document-from-text.ts';
import { resolveLicence } from './licence.ts';

function read(text: string) {
  const [page] = documentFromText(text).pages;
  if (page === undefined) throw new TypeError('one page was made');
  return Object.fromEntries([...resolveLicence(buildLines(page))].map(([name, { value }]) => [name, value]));
}

test('a European licence is read by its numbers, day first', () => {
  const card = `DRIVING LICENCE  UTOPIA
1. ERIKSSON
2. ANNA MARIA
3. 05.08.1974 ZENITH
4a. 01.02.2015  4c. ROADS OFFICE
4b. 31.01.2025
5. UT123456AB
8. 12 HARBOUR ROAD
9. AM/B1/B`;
  expect(read(card)).toEqual({
    surname: 'ERIKSSON',
    given_names: 'ANNA MARIA',
    birth_date: '1974-08-05',
    issue_date: '2015-02-01',
    issuing_authority: 'ROADS OFFICE',
    expiry_date: '2025-01-31',
    document_number: 'UT123456AB',
    address: '12 HARBOUR ROAD',
    category: 'AM/B1/B',
  });
});

const AMERICAN = `DRIVER LICENSE
4d LIC# D1234567  9 CLASS C
1 SAMPLE
2 PAT JO
8 100 MAIN STREET
  ANYTOWN OR 97301-0001
3 DOB 02/03/1990  4a ISS 04/05/2020
4b EXP 02/03/2028
15 SEX F  16 HGT 5-06  18 EYES BRO
5 DD AA00000001`;

test('an American licence has its number at 4d, its dates month first, and its state in the address', () => {
  expect(read(AMERICAN)).toEqual({
    document_number: 'D1234567',
    surname: 'SAMPLE',
    given_names: 'PAT JO',
    address: '100 MAIN STREET, ANYTOWN OR 97301-0001',
    birth_date: '1990-02-03',
    issue_date: '2020-04-05',
    expiry_date: '2028-02-03',
    sex: 'F',
    issuing_state: 'OR',
  });
});

test('the state in the title goes before the one the holder lives in', () => {
  expect(read(`WEST VIRGINIA\n${AMERICAN}`)).toMatchObject({ issuing_state: 'WV' });
});

test('blanks that a recogniser lost do not hide a number behind its word', () => {
  expect(read(AMERICAN.replace('4d LIC# D1234567', '4dLIC#D1234567'))).toMatchObject({ document_number: 'D1234567' });
});

test('a numbered list is no licence', () => {
  expect(read('1. Milk\n2. Bread\nTotal 3')).toEqual({});
});
