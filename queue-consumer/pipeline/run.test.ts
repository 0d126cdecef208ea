import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connectTenant } from '#core/db/connect';
import { documents, usageLines } from '#core/db/schema/tenant';
import { storeDocument } from '#core/testing/stored-document';
import { createDependencies } from '../dependencies.ts';
import { runJob } from './run.ts';

test('a document that takes more work than allowed ends as failed, is not tried again and not charged', async () => {
  const db = connectTenant({ DB: env.DB }, 'DB');
  const job = await storeDocument(env, new TextEncoder().encode('Invoice\nTotal 5.00 EUR of 12.03.2024\n'.repeat(50)));
  const dependencies = createDependencies(env, 'test');
  const report = await runJob({ ...dependencies, host: { ...dependencies.host, workLimit: 100 } }, job);
  expect(report).toMatchObject({ outcome: 'failed', code: 'timed_out' });
  const [row] = await db.select().from(documents).where(eq(documents.id, job.documentId));
  expect(row).toMatchObject({ status: 'failed', errorCode: 'timed_out' });
  expect(await db.select().from(usageLines).where(eq(usageLines.documentId, job.documentId))).toHaveLength(0);
});
