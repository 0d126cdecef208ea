import { expect, test } from 'vitest';
import { parseLicenceCode } from './licence-code.ts';

const american = (more = '') =>
  `@\n\x1e\rANSI 636026080102DL00410288ZA03290015DLDAQD12345678\nDCSSAMPLE\nDACJANE\nDADNONE\nDBB02291980\nDBA01152030\nDBC2\nDAG12 ELM STREET\nDAIPHOENIX\nDAJAZ\nDAK850010000  \n${more}`;

test('the code of an American licence gives its fields in our forms', () => {
  expect(parseLicenceCode(american())?.values).toEqual({
    surname: 'SAMPLE',
    given_names: 'JANE',
    document_number: 'D12345678',
    birth_date: '1980-02-29',
    expiry_date: '2030-01-15',
    sex: 'F',
    address: '12 ELM STREET, PHOENIX, AZ 85001',
    issuing_state: 'AZ',
  });
});

test('Canadian dates have the year first', () => {
  const text =
    '@\n\x1e\rANSI 636012030001DL00310237DLDCGCAN\nDAQ1234-567\nDCSROY\nDACLUC\nDBB19751231\nDAJQC\nDAKH2X 1Y4\n';
  expect(parseLicenceCode(text)?.values).toMatchObject({ birth_date: '1975-12-31', document_number: '1234-567' });
  expect(parseLicenceCode(text)?.values).not.toHaveProperty('issuing_state');
});

test('a day that the calendar has not is left out', () => {
  expect(parseLicenceCode(american().replace('02291980', '02301980'))?.values).not.toHaveProperty('birth_date');
});

test.each([
  ['a boarding pass', 'M1SAMPLE/JANE EABC123'],
  ['a header alone', '@\n\x1e\rANSI 636026080102DL00410288'],
  ['nothing', ''],
])('%s is no licence', (_, text) => {
  expect(parseLicenceCode(text)).toBeUndefined();
});
