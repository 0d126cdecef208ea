import type { UserId } from '#core/domain/id';
import type { AuditEvent } from '#core/store/audit';
import type { MembershipRow } from '#core/store/identity';
import type { PersonAudit } from '#core/store/one-time-tokens';
import type { RequestContext } from '../context.ts';

/** The audit event of something a person does before they are signed in, for example by a mailed link. */
export function personEvent(
  { requestId, ip, userAgent, dependencies }: RequestContext,
  userId: UserId,
  what: Pick<AuditEvent, 'action' | 'targetKind' | 'targetId' | 'outcome' | 'changes'>,
): AuditEvent {
  return { actorKind: 'user', actorId: userId, requestId, ip, userAgent, occurredAt: dependencies.now(), ...what };
}

/** The same, told in the organization the person joined first; null for a person without one. */
export function personAudit(
  context: RequestContext,
  person: { readonly user: { readonly id: UserId }; readonly memberships: readonly MembershipRow[] },
  action: string,
  outcome: AuditEvent['outcome'] = 'success',
  changes?: AuditEvent['changes'],
): PersonAudit | null {
  const [first] = person.memberships;
  if (!first) return null;
  const what = { action, targetKind: 'user', targetId: person.user.id, outcome };
  const event = personEvent(context, person.user.id, changes ? { ...what, changes } : what);
  return { organizationId: first.organizationId, event };
}
