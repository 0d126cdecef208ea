import { ShortMemory } from '#core/security/short-memory';
import { recordEvent } from '#core/store/audit';
import { auditOf } from './audit-event.ts';
import type { SignedInContext } from './context.ts';

/** One per isolate: what was told a moment ago and to whom. */
const told = new ShortMemory<true>();

/**
 * Writes into the audit list that a known caller was refused something, after the answer. The same refusal again is
 * told once per REFUSAL_AUDIT_SECONDS and isolate: refused calls must not be a way to write without end.
 */
export function tellRefusal(
  context: SignedInContext,
  action: string,
  targetKind: string,
  targetId: string,
  reason: string,
): void {
  const { caller, dependencies } = context;
  const key = `${caller.organizationId}|${caller.id}|${action}|${targetId}|${reason}`;
  const now = dependencies.now();
  if (told.recall(key, now)) return;
  told.remember(key, true, now + dependencies.settings.REFUSAL_AUDIT_SECONDS * 1000);
  const event = auditOf(context, {
    action,
    targetKind,
    targetId,
    outcome: 'failure',
    changes: { reason: [null, reason] },
  });
  dependencies.defer(recordEvent(dependencies.control, caller.organizationId, event));
}
