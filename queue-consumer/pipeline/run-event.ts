import type { JobMessage } from '#core/jobs/message';
import type { AuditEvent } from '#core/store/audit';

/** Returns the audit event of a run's outcome. The actor is the system, identified by the job id. */
export function runEvent(
  message: JobMessage,
  action: 'document.completed' | 'document.needs_review' | 'document.rejected' | 'document.failed',
  outcome: AuditEvent['outcome'],
  occurredAt: number,
  changes: NonNullable<AuditEvent['changes']>,
): AuditEvent {
  return {
    actorKind: 'system',
    actorId: message.jobId,
    action,
    targetKind: 'document',
    targetId: message.documentId,
    outcome,
    requestId: message.requestId,
    ip: null,
    userAgent: null,
    changes,
    occurredAt,
  };
}
