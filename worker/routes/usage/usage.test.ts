import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { usageSchema } from '#core/contract/usage';
import { connectTenant } from '#core/db/connect';
import { usageLines } from '#core/db/schema/tenant';
import { newId } from '#core/platform/ids';
import { call } from '#core/testing/call';
import { type Owner, signUp } from '#core/testing/sign-up';

const db = connectTenant({ DB: env.DB }, 'DB');

async function addLine(owner: Owner, period: string, pages: number, documentId = newId('document', Date.now())) {
  await db.insert(usageLines).values({
    id: newId('usage', Date.now()),
    organizationId: owner.organizationId,
    documentId,
    jobId: newId('job', Date.now()),
    pages,
    period,
    createdAt: Date.now(),
  });
  return documentId;
}

const read = async (owner: Owner, query = '') =>
  usageSchema.strict().parse((await call('GET', `/api/v1/usage${query}`, { token: owner.accessToken })).json);

test('the lines of all pages add up to the totals, of this period and this organization only', async () => {
  const [owner, stranger] = [await signUp(), await signUp()];
  const twice = await addLine(owner, '2026-03', 3);
  await addLine(owner, '2026-03', 3, twice);
  for (const pages of [1, 2, 5]) await addLine(owner, '2026-03', pages);
  await addLine(owner, '2026-02', 100);
  await addLine(stranger, '2026-03', 1_000);
  const lines = [];
  let usage = await read(owner, '?period=2026-03&limit=2');
  lines.push(...usage.data);
  while (usage.next_cursor !== null) {
    usage = await read(owner, `?period=2026-03&limit=2&cursor=${usage.next_cursor}`);
    lines.push(...usage.data);
  }
  expect(usage).toMatchObject({ period: '2026-03', documents: 4, pages: 14 });
  expect(new Set(lines.map((line) => line.id)).size).toBe(5);
  expect(lines.reduce((sum, line) => sum + line.pages, 0)).toBe(14);
});

test('without a period it is the current month, and an empty one is zero', async () => {
  const owner = await signUp();
  const month = () => new Date().toISOString().slice(0, 7);
  const before = month();
  const usage = await read(owner);
  expect(usage).toEqual({ period: usage.period, documents: 0, pages: 0, data: [], next_cursor: null });
  expect([before, month()]).toContain(usage.period);
  expect((await call('GET', '/api/v1/usage?period=2026-13', { token: owner.accessToken })).status).toBe(422);
});
