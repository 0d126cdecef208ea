import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { connectControl } from '../db/connect.ts';
import { auditEvents } from '../db/schema/tenant.ts';
import type { OrganizationId } from '../domain/id.ts';
import { PATIENCE_MS } from './patience.ts';

/** Refusals are written after the response, so they take a moment. */
const PAUSE_MS = 20;

/** Waits until the audit log contains a refusal whose reason includes this text; fails otherwise. */
export async function untilRefusalTold(organizationId: OrganizationId, actorId: string, reason: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  const db = connectControl(env.DB);
  while (Date.now() < deadline) {
    const rows = await db
      .select()
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.organizationId, organizationId),
          eq(auditEvents.actorId, actorId),
          eq(auditEvents.outcome, 'failure'),
        ),
      );
    if (rows.some((row) => row.changes?.includes(reason))) return;
    await scheduler.wait(PAUSE_MS);
  }
  throw new Error(`no refusal with ${reason} was told of ${actorId}`);
}
