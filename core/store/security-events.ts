import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { securityEvents } from '../db/schema/requests.ts';
import { FURTHER_NETWORKS, type SecurityEventKind } from '../domain/security-events.ts';
import { newId } from '../platform/ids.ts';
import { olderThan, type PageRequest } from './page.ts';

export type SecurityEventRow = typeof securityEvents.$inferSelect;

/** Refusals of one kind from one network. Times are Unix milliseconds. */
export interface StrangerRefusals {
  readonly kind: SecurityEventKind;
  readonly network: string;
  readonly count: number;
  readonly at: number;
  readonly requestId: string;
  readonly userAgent: string | null;
}

/**
 * Adds to the counts of a window. Once it has `cap` rows, further networks are counted in a shared row, so that
 * ever-changing addresses cannot fill the table.
 */
export async function countAnonymousRefusals(
  db: ControlDatabase,
  refusals: StrangerRefusals,
  windowMs: number,
  cap: number,
): Promise<void> {
  const { kind, network, count, at, requestId, userAgent } = refusals;
  const windowStart = Math.floor(at / windowMs) * windowMs;
  const inWindow = sql`SELECT 1 FROM security_events WHERE window_start = ${windowStart}`;
  const hasPlace = sql`((SELECT count(*) FROM (${inWindow} LIMIT ${cap})) < ${cap}
    OR EXISTS (${inWindow} AND kind = ${kind} AND network = ${network}))`;
  await db
    .insert(securityEvents)
    .select(
      sql`SELECT ${newId('securityEvent', at)}, ${kind}, CASE WHEN ${hasPlace} THEN ${network} ELSE ${FURTHER_NETWORKS} END,
        ${windowStart}, ${count}, ${at}, ${at}, ${requestId}, ${userAgent} WHERE true`,
    )
    .onConflictDoUpdate({
      target: [securityEvents.windowStart, securityEvents.kind, securityEvents.network],
      set: {
        count: sql`security_events.count + excluded.count`,
        lastAt: sql`excluded.last_at`,
        requestId: sql`excluded.request_id`,
        userAgent: sql`excluded.user_agent`,
      },
    });
}

export interface SecurityEventFilter {
  readonly kind?: SecurityEventKind | undefined;
  readonly network?: string | undefined;
  /** Time of the first refusal in a window; Unix milliseconds, inclusive and exclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Newest first, by the first refusal of each window. Belongs to no organization. */
export async function listSecurityEvents(
  db: ControlDatabase,
  { kind, network, from, to }: SecurityEventFilter,
  { limit, after }: PageRequest,
): Promise<readonly SecurityEventRow[]> {
  const { firstAt, id } = securityEvents;
  return db
    .select()
    .from(securityEvents)
    .where(
      and(
        kind === undefined ? undefined : eq(securityEvents.kind, kind),
        network === undefined ? undefined : eq(securityEvents.network, network),
        from === undefined ? undefined : gte(firstAt, from),
        to === undefined ? undefined : lt(firstAt, to),
        olderThan(firstAt, id, after),
      ),
    )
    .orderBy(desc(firstAt), desc(id))
    .limit(limit);
}

/** Deletes events past their retention. */
export async function deleteOldSecurityEvents(db: ControlDatabase, before: number): Promise<void> {
  await db.delete(securityEvents).where(lt(securityEvents.firstAt, before));
}
