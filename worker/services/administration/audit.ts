import type { AuditEvent } from '#core/store/audit';
import { auditOf } from '../audit-event.ts';
import type { AdministratorContext } from './require-administrator.ts';

/** The event of an administrator's act; it goes into the server's trail, and into those of the organizations it concerns. */
export function administratorEvent(
  context: AdministratorContext,
  action: string,
  target: { readonly kind: string; readonly id: string },
  changes: NonNullable<AuditEvent['changes']>,
): AuditEvent {
  return auditOf(context, { action, targetKind: target.kind, targetId: target.id, outcome: 'success', changes });
}
