import type { AuditEvent } from '#core/store/audit';
import type { SignedInContext } from './context.ts';

/** The audit event of something this caller does now. */
export function auditOf(
  context: SignedInContext,
  what: Pick<AuditEvent, 'action' | 'targetKind' | 'targetId' | 'outcome' | 'changes'>,
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
    ...what,
  };
}
