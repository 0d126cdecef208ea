import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_LIGHT_MS } from '#core/jobs/cost';
import type { JobMessage } from '#core/jobs/message';
import { newId } from '#core/platform/ids';
import { type Delivery, planBatch } from './plan-batch.ts';

const deliveryOf = (cost: number, waited: number): Delivery => {
  const job: JobMessage = {
    v: 1,
    kind: 'extract',
    organizationId: newId('organization', 1),
    shard: 'DB',
    documentId: newId('document', 1),
    jobId: newId('job', 1),
    requestId: 'req',
    cost,
    waited,
  };
  const message: Message = {
    id: job.jobId,
    timestamp: new Date(0),
    body: job,
    attempts: 1,
    ack: () => undefined,
    retry: () => undefined,
  };
  return { job, message };
};

const costOf = ({ job }: Delivery): number => job.cost ?? 0;

test('every message has one place, light ones in order of cost, and at most one heavy one is read', () => {
  const deliveries = fc.array(fc.record({ cost: fc.nat(20_000), waited: fc.nat(5) }), { maxLength: 100 });
  fc.assert(
    fc.property(deliveries, (drawn) => {
      const batch = drawn.map(({ cost, waited }) => deliveryOf(cost, waited));
      const { light, heavy, later } = planBatch(batch);
      expect(new Set([...light, ...(heavy ? [heavy] : []), ...later])).toEqual(new Set(batch));
      expect(light.length + later.length + (heavy ? 1 : 0)).toBe(batch.length);
      expect(light.every((each) => costOf(each) <= MAX_LIGHT_MS)).toBe(true);
      expect([...later, ...(heavy ? [heavy] : [])].every((each) => costOf(each) > MAX_LIGHT_MS)).toBe(true);
      if (later.length > 0) expect(heavy).not.toBeNull();
    }),
  );
});

test('the largest file gets its turn while smaller ones keep coming', () => {
  let largest = deliveryOf(400_000, 0);
  let rounds = 0;
  for (; rounds < 200; rounds++) {
    const { heavy } = planBatch([largest, ...Array.from({ length: 20 }, () => deliveryOf(5_000, 0))]);
    if (heavy === largest) break;
    largest = deliveryOf(400_000, rounds + 1);
  }
  expect(rounds).toBeLessThan(100);
});
