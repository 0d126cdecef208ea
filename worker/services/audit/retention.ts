import type { AuditRetention } from '#core/contract/audit';
import { readRetentionDays, writeRetentionDays } from '#core/store/audit-policies';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { requireLiveSession } from '../identity/require-session.ts';

/** Returns the retention of the organization's audit events. */
export async function readAuditRetention(context: SignedInContext): Promise<AuditRetention> {
  requirePermission(context, 'audit.read');
  const { control, settings } = context.dependencies;
  const days = await readRetentionDays(control, context.caller.organizationId);
  return { days: days ?? settings.AUDIT_RETENTION_DAYS, own: days !== null };
}

/** Changes the retention. Events past it are deleted by the next purge; the chain continues from a recorded base. */
export async function changeAuditRetention(context: SignedInContext, days: number): Promise<AuditRetention> {
  requirePermission(context, 'organization.update');
  await requireLiveSession(context);
  const { control, settings } = context.dependencies;
  const { organizationId } = context.caller;
  const old = (await readRetentionDays(control, organizationId)) ?? settings.AUDIT_RETENTION_DAYS;
  const event = auditOf(
    context,
    'audit.retention_changed',
    { kind: 'organization', id: organizationId },
    { days: old },
    { days },
  );
  await writeRetentionDays(control, organizationId, days, event);
  return { days, own: true };
}
