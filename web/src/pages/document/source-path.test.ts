import { describe, expect, it } from 'vitest';
import { readablePath } from './source-path.ts';

describe('readablePath', () => {
  it.each([
    ['/ubl:Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount', ['Invoice', 'Legal Monetary Total', 'Payable Amount']],
    ['/Invoice/cac:InvoiceLine[3]/cbc:ID[1]', ['Invoice', 'Invoice Line 3', 'ID']],
    ['rsm:X/@currencyID', ['X', '@currency ID']],
    ['', []],
  ])('%s', (path, expected) => expect(readablePath(path)).toEqual(expected));
});
