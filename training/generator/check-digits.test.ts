import { describe, expect, test } from 'vitest';
import { isIban } from '#engine/validate/iban';
import { judgeVatNumber } from '#engine/validate/tax-id';
import { inventIban, inventTaxId } from './check-digits.ts';
import { LOCALES } from './locales.data.ts';
import { Random } from './random.ts';

const COUNTRIES = [...new Set(Object.values(LOCALES).map(({ country }) => country))];

describe('invented numbers', () => {
  test.each(COUNTRIES)('of %s pass the checks of their country', (country) => {
    for (let round = 0; round < 40; round++) {
      const random = new Random(`${country} ${round}`);
      const iban = inventIban(country, random);
      if (iban !== undefined) expect(isIban(iban), iban).toBe(true);
      const taxId = inventTaxId(country, random);
      expect(judgeVatNumber(taxId), taxId).not.toBe('invalid');
    }
  });
});
