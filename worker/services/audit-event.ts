import type { AuditAction } from '#core/domain/audit-actions';
import { changedFields, type FieldValues } from '#core/domain/changed-fields';
import type { AuditEvent } from '#core/store/audit';
import type { Credential } from '#core/store/credential-holds';
import type { Caller, SignedInContext } from './context.ts';

export interface AuditTarget {
  readonly kind: string;
  readonly id: string;
  /** Fields that are recorded even when they did not change, because they identify the changed object. */
  readonly always?: readonly string[];
}

/**
 * Returns the audit event of a change by the caller, with the fields that differ. `before` is null for a creation and
 * `after` for a deletion. Leave both out for an action that changes no field.
 */
export function auditOf(
  context: SignedInContext,
  action: AuditAction,
  target: AuditTarget,
  before: FieldValues | null = null,
  after: FieldValues | null = null,
): AuditEvent {
  const { caller, requestId, ip, userAgent, dependencies } = context;
  return {
    actorKind: caller.kind,
    actorId: caller.id,
    ...(caller.impersonatorId === undefined ? {} : { impersonatorId: caller.impersonatorId }),
    requestId,
    ip,
    userAgent,
    occurredAt: dependencies.now(),
    credential: credentialOf(caller),
    ...describeChange(action, target, before, after),
  };
}

const credentialOf = ({ sessionId, id, userId, organizationId }: Caller): Credential =>
  sessionId === undefined ? { kind: 'api_key', id, organizationId } : { kind: 'session', id: sessionId, userId };

/** The action, target, outcome and changed fields of a successful change. */
export function describeChange(
  action: AuditAction,
  { kind, id, always }: AuditTarget,
  before: FieldValues | null,
  after: FieldValues | null,
): Pick<AuditEvent, 'action' | 'targetKind' | 'targetId' | 'outcome' | 'changes'> {
  const changes = changedFields(before, after, always);
  return { action, targetKind: kind, targetId: id, outcome: 'success', ...(changes && { changes }) };
}
