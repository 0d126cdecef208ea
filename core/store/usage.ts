import { and, desc, eq, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { usageLines } from '../db/schema/tenant.ts';
import type { OrganizationId } from '../domain/id.ts';
import { olderThan, type PageRequest } from './page.ts';

export type UsageLineRow = typeof usageLines.$inferSelect;

export interface UsageTotals {
  /** Distinct documents: one that was processed twice counts once here but has two lines. */
  readonly documents: number;
  readonly pages: number;
}

/**
 * Returns the totals of a period (`YYYY-MM`, UTC) and one page of its lines, newest first. The totals are the sum of
 * all lines. One round trip.
 */
export async function readUsage(
  db: TenantDatabase,
  organizationId: OrganizationId,
  period: string,
  { limit, after }: PageRequest,
): Promise<{ readonly totals: UsageTotals; readonly lines: readonly UsageLineRow[] }> {
  const inPeriod = and(eq(usageLines.organizationId, organizationId), eq(usageLines.period, period));
  const [[totals], lines] = await db.batch([
    db
      .select({
        documents: sql<number>`count(DISTINCT ${usageLines.documentId})`,
        pages: sql<number>`coalesce(sum(${usageLines.pages}), 0)`,
      })
      .from(usageLines)
      .where(inPeriod),
    db
      .select()
      .from(usageLines)
      .where(and(inPeriod, olderThan(usageLines.createdAt, usageLines.id, after)))
      .orderBy(desc(usageLines.createdAt), desc(usageLines.id))
      .limit(limit),
  ]);
  return { totals: totals ?? { documents: 0, pages: 0 }, lines };
}
