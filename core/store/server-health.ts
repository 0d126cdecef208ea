import { and, desc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { auditEvents, jobs } from '../db/schema/tenant.ts';
import { olderThan, type PageRequest } from './page.ts';

/** Pending and stuck work of all organizations of a shard, for system administrators: counts and ids, no content. */

const DAY_MS = 86_400_000;

const stuck = (now: number) => and(eq(jobs.status, 'processing'), lt(jobs.leaseUntil, now));

export async function readJobFigures(db: TenantDatabase, now: number) {
  const [byStatus, [held], [failed], [unsealed]] = await db.batch([
    db
      .select({ status: jobs.status, n: sql<number>`count(*)` })
      .from(jobs)
      .where(inArray(jobs.status, ['queued', 'processing']))
      .groupBy(jobs.status),
    db.select({ n: sql<number>`count(*)` }).from(jobs).where(stuck(now)),
    db
      .select({ n: sql<number>`count(*)` })
      .from(jobs)
      .where(and(eq(jobs.status, 'failed'), gte(jobs.updatedAt, now - DAY_MS))),
    db.select({ n: sql<number>`count(*)` }).from(auditEvents).where(isNull(auditEvents.sequence)),
  ]);
  const of = (status: string) => byStatus.find((each) => each.status === status)?.n ?? 0;
  return {
    queued: of('queued'),
    processing: of('processing'),
    stuck: held?.n ?? 0,
    failedLastDay: failed?.n ?? 0,
    unsealed: unsealed?.n ?? 0,
  };
}

/** Jobs whose lease has expired or that failed, latest first. */
export async function listTroubledJobs(
  db: TenantDatabase,
  kind: 'stuck' | 'failed',
  now: number,
  { limit, after }: PageRequest,
) {
  return db
    .select({
      id: jobs.id,
      organizationId: jobs.organizationId,
      documentId: jobs.documentId,
      status: jobs.status,
      attempts: jobs.attempts,
      errorCode: jobs.errorCode,
      createdAt: jobs.createdAt,
      updatedAt: jobs.updatedAt,
    })
    .from(jobs)
    .where(and(kind === 'stuck' ? stuck(now) : eq(jobs.status, 'failed'), olderThan(jobs.updatedAt, jobs.id, after)))
    .orderBy(desc(jobs.updatedAt), desc(jobs.id))
    .limit(limit);
}
