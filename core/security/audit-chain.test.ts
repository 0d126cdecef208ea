import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHAIN_START, type ChainRecord, canonicalJson, linkRecord } from './audit-chain.ts';

const record: ChainRecord = {
  id: 'aud_1',
  organization_id: 'org_1',
  actor_kind: 'user',
  actor_id: 'usr_1',
  impersonator_id: null,
  action: 'api_key.created',
  target_kind: 'api_key',
  target_id: 'key_1',
  outcome: 'success',
  ip: null,
  user_agent: null,
  request_id: 'req_1',
  changes: { name: [null, 'ci'] },
  occurred_at: 1_800_000_000_000,
};

test('the order of names does not matter, anything else does', async () => {
  const first = await linkRecord(CHAIN_START, record);
  const reversed = Object.fromEntries(Object.entries(record).reverse());
  expect(await linkRecord(CHAIN_START, { ...record, ...reversed })).toEqual(first);
  for (const name of Object.keys(record)) {
    const edited = { ...record, [name]: 'something else' };
    expect((await linkRecord(CHAIN_START, edited)).hash, name).not.toBe(first.hash);
  }
  expect((await linkRecord(first, record)).hash).not.toBe(first.hash);
});

test('the canonical form is JSON that means the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(canonicalJson({ b: 1, a: [true, { d: null, c: 'é' }] })).toBe('{"a":[true,{"c":"é","d":null}],"b":1}');
});
