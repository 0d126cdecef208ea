import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeEngineHost } from '../../../scripts/engine-host.ts';
import { extract } from '../../index.ts';

/** Account numbers, timestamps and amounts joined into lines as long as those of a passport. */
const row = fc.tuple(
  fc.stringMatching(/^\d{20,34}$/),
  fc.stringMatching(/^20[12]\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d)T1[0-9]:00:00\+01:00$/),
  fc.integer({ min: 0, max: 9 }),
  fc.stringMatching(/^-?\d{1,4}\.\d{2}$/),
);
const head = fc.constantFrom(
  'AccountNumber,CreatedAt,EntryCount,NetAmountTotal',
  'IBANNUMBERACCOUNT,PASSPORTISSUED,COUNT,AMOUNTTOTALNETTO',
  'Passport No,Date of birth,Nationality,Identity card',
);

test('no table of values becomes an identity document, or gets a number from a zone', async () => {
  const host = nodeEngineHost();
  await fc.assert(
    fc.asyncProperty(head, fc.array(row, { minLength: 1, maxLength: 3 }), async (names, rows) => {
      const outcome = await extract({ bytes: new TextEncoder().encode([names, ...rows].join('\n')) }, host);
      if (!outcome.ok) return;
      expect(outcome.result.document_type).not.toBe('id_document');
      expect(Object.values(outcome.result.fields).filter(({ rule }) => rule.startsWith('mrz:'))).toEqual([]);
    }),
    { numRuns: 60, seed: 9303 },
  );
});
