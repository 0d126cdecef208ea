import { eq } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { signInPolicies } from '../db/schema/sign-in.ts';
import type { OrganizationId } from '../domain/id.ts';
import type { MfaDemand } from '../domain/mfa.ts';
import { type AuditEvent, insertAuditEvent } from './audit.ts';

/** Returns which members an organization requires a second factor from. */
export async function readMfaDemand(db: ControlDatabase, organizationId: OrganizationId): Promise<MfaDemand> {
  const [row] = await db
    .select({ mfaRequired: signInPolicies.mfaRequired })
    .from(signInPolicies)
    .where(eq(signInPolicies.organizationId, organizationId))
    .limit(1);
  return row?.mfaRequired ?? 'off';
}

export async function writeMfaDemand(
  db: ControlDatabase,
  organizationId: OrganizationId,
  mfaRequired: MfaDemand,
  event: AuditEvent,
): Promise<void> {
  const updatedAt = event.occurredAt;
  await db.batch([
    db
      .insert(signInPolicies)
      .values({ organizationId, mfaRequired, updatedAt })
      .onConflictDoUpdate({ target: signInPolicies.organizationId, set: { mfaRequired, updatedAt } }),
    insertAuditEvent(db, organizationId, event),
  ]);
}
