import type { AuditAction } from '#core/domain/audit-actions';
import type { FieldValues } from '#core/domain/changed-fields';
import type { UserId } from '#core/domain/id';
import type { AuditEvent } from '#core/store/audit';
import type { MembershipRow } from '#core/store/identity';
import type { PersonAudit } from '#core/store/one-time-tokens';
import { type AuditTarget, describeChange } from '../audit-event.ts';
import type { RequestContext } from '../context.ts';

/** Returns the audit event of a change by a user who is not signed in, for example through an emailed link. */
export function personEvent(
  { requestId, ip, userAgent, dependencies }: RequestContext,
  userId: UserId,
  action: AuditAction,
  target: AuditTarget,
  before: FieldValues | null = null,
  after: FieldValues | null = null,
): AuditEvent {
  const actor = { actorKind: 'user', actorId: userId } as const;
  return {
    ...actor,
    requestId,
    ip,
    userAgent,
    occurredAt: dependencies.now(),
    ...describeChange(action, target, before, after),
  };
}

/** The same for the user's own account, recorded in the organization they joined first; null without one. */
export function personAudit(
  context: RequestContext,
  person: { readonly user: { readonly id: UserId }; readonly memberships: readonly MembershipRow[] },
  action: AuditAction,
  outcome: AuditEvent['outcome'] = 'success',
  after: FieldValues | null = null,
): PersonAudit | null {
  const [first] = person.memberships;
  if (!first) return null;
  const { id } = person.user;
  const event = personEvent(context, id, action, { kind: 'user', id }, null, after);
  return { organizationId: first.organizationId, event: { ...event, outcome } };
}
