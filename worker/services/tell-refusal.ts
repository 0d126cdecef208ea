import type { AuditAction } from '#core/domain/audit-actions';
import type { OrganizationId, UserId } from '#core/domain/id';
import { ShortMemory } from '#core/security/short-memory';
import { recordEvent } from '#core/store/audit';
import type { MembershipRow } from '#core/store/identity';
import type { PersonAudit } from '#core/store/one-time-tokens';
import { auditOf } from './audit-event.ts';
import type { RequestContext, SignedInContext } from './context.ts';
import { personAudit } from './identity/person-event.ts';

/** One per isolate: what was told a moment ago and to whom. */
const told = new ShortMemory<true>();

/**
 * Writes into the audit list that a known caller was refused something, after the answer. The same refusal again is
 * told once per REFUSAL_AUDIT_SECONDS and isolate: refused calls must not be a way to write without end.
 */
export function tellRefusal(
  context: SignedInContext,
  action: AuditAction,
  targetKind: string,
  targetId: string,
  reason: string,
): void {
  const { organizationId } = context.caller;
  const event = auditOf(context, action, { kind: targetKind, id: targetId }, null, { reason });
  tellOnce(context, { organizationId, event: { ...event, outcome: 'failure' } });
}

/** The same for a key that does not, or not from there, open anything. `userAgent` and address tell who tried it. */
export function tellKeyRefusal(
  context: RequestContext,
  organizationId: OrganizationId,
  keyId: string,
  reason: 'address' | 'revoked' | 'expired' | 'without_owner',
): void {
  const { requestId, ip, userAgent, dependencies } = context;
  tellOnce(context, {
    organizationId,
    event: {
      actorKind: 'api_key',
      actorId: keyId,
      action: 'api_key.refused',
      targetKind: 'api_key',
      targetId: keyId,
      outcome: 'failure',
      changes: { reason: [null, reason] },
      requestId,
      ip,
      userAgent,
      occurredAt: dependencies.now(),
    },
  });
}

/** The same for a person who is known and not signed in; told where `personAudit` tells it. */
export function tellPersonRefusal(
  context: RequestContext,
  person: { readonly user: { readonly id: UserId }; readonly memberships: readonly MembershipRow[] },
  action: AuditAction,
  details: { readonly reason: string; readonly provider?: string },
): void {
  const audit = personAudit(context, person, action, 'failure', details);
  if (audit) tellOnce(context, audit);
}

function tellOnce({ dependencies }: RequestContext, { organizationId, event }: PersonAudit): void {
  const { control, settings, defer, now } = dependencies;
  const { actorId, action, targetId, changes } = event;
  const key = [organizationId, actorId, action, targetId, JSON.stringify(changes)].join('|');
  if (told.recall(key, now())) return;
  told.remember(key, true, now() + settings.REFUSAL_AUDIT_SECONDS * 1000);
  defer(recordEvent(control, organizationId, event));
}
