import type { AuditAction } from '#core/domain/audit-actions';
import type { OrganizationId, UserId } from '#core/domain/id';
import { ShortMemory } from '#core/security/short-memory';
import { recordEvent } from '#core/store/audit';
import type { MembershipRow } from '#core/store/identity';
import type { PersonAudit } from '#core/store/one-time-tokens';
import { auditOf } from './audit-event.ts';
import type { RequestContext, SignedInContext } from './context.ts';
import { personAudit } from './identity/person-event.ts';

/** Recently recorded refusals, per isolate. */
const recorded = new ShortMemory<true>();

/**
 * Records an audit event for a refusal of an authenticated caller, after the response. Repeated refusals are recorded once
 * per REFUSAL_AUDIT_SECONDS and isolate, so that refused calls cannot cause unlimited writes.
 */
export function recordRefusal(
  context: SignedInContext,
  action: AuditAction,
  targetKind: string,
  targetId: string,
  reason: string,
): void {
  const { organizationId } = context.caller;
  const event = auditOf(context, action, { kind: targetKind, id: targetId }, null, { reason });
  recordOnce(context, { organizationId, event: { ...event, outcome: 'failure' } });
}

/** The same for an API key that is not valid, or not valid from this address. */
export function recordKeyRefusal(
  context: RequestContext,
  organizationId: OrganizationId,
  keyId: string,
  reason: 'address' | 'revoked' | 'expired' | 'without_owner',
): void {
  const { requestId, ip, userAgent, dependencies } = context;
  recordOnce(context, {
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

/** The same for a known user who is not signed in, recorded in the organization `personAudit` chooses. */
export function recordPersonRefusal(
  context: RequestContext,
  person: { readonly user: { readonly id: UserId }; readonly memberships: readonly MembershipRow[] },
  action: AuditAction,
  details: { readonly reason: string; readonly provider?: string },
): void {
  const audit = personAudit(context, person, action, 'failure', details);
  if (audit) recordOnce(context, audit);
}

function recordOnce({ dependencies }: RequestContext, { organizationId, event }: PersonAudit): void {
  const { control, settings, defer, now } = dependencies;
  const { actorId, action, targetId, changes } = event;
  const key = [organizationId, actorId, action, targetId, JSON.stringify(changes)].join('|');
  if (recorded.recall(key, now())) return;
  recorded.remember(key, true, now() + settings.REFUSAL_AUDIT_SECONDS * 1000);
  defer(recordEvent(control, organizationId, event));
}
