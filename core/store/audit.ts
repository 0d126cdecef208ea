import { sql } from 'drizzle-orm';
import type { ControlDatabase, TenantDatabase } from '../db/connect.ts';
import { auditEvents } from '../db/schema/tenant.ts';
import type { AuditAction } from '../domain/audit-actions.ts';
import type { FieldChanges } from '../domain/changed-fields.ts';
import type { OrganizationId } from '../domain/id.ts';
import { bounded, VALUE_LIMITS } from '../domain/value-limits.ts';
import { newId } from '../platform/ids.ts';
import { keepAnswer, type RequestClaim, type SealedAnswer } from './idempotent-requests.ts';
import { insertWhen } from './insert-when.ts';

export interface AuditEvent {
  readonly actorKind: 'user' | 'api_key' | 'system';
  readonly actorId: string;
  readonly action: AuditAction;
  readonly targetKind: string;
  readonly targetId: string;
  readonly outcome: 'success' | 'failure';
  readonly requestId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** `{field: [old, new]}`; never secrets. */
  readonly changes?: FieldChanges;
  readonly occurredAt: number;
  /** The system administrator who acts as the actor; left out where the actor acts in person. */
  readonly impersonatorId?: string;
  /** What the request that makes the change answers, where the request may be repeated by its `Idempotency-Key`. */
  readonly answer?: EventAnswer;
}

/** An answer that counts from the moment its event is written: both are in one batch. */
export interface EventAnswer {
  readonly claim: RequestClaim;
  readonly sealed: SealedAnswer;
  /** The id the event gets. */
  readonly eventId: string;
}

/** The row of an audit event, for an insert in the same batch as the change it tells of. */
export function auditRow(organizationId: OrganizationId, event: AuditEvent) {
  const { changes, impersonatorId, answer, ...rest } = event;
  return {
    id: answer?.eventId ?? newId('audit', event.occurredAt),
    organizationId,
    ...rest,
    targetId: bounded(event.targetId, VALUE_LIMITS.auditTarget),
    changes: changes ? changesJson(changes) : null,
    impersonatorId: impersonatorId ?? null,
    // Sealed afterwards, by the one who keeps the order (core/organization).
    sequence: null,
    previousHash: null,
    hash: null,
  };
}

/** Long values are cut; of a change that is still too long only the names of what changed are kept, as `[null, null]`. */
function changesJson(changes: NonNullable<AuditEvent['changes']>): string {
  const cut = (_name: string, value: unknown) =>
    typeof value === 'string' ? bounded(value, VALUE_LIMITS.auditValue) : value;
  const json = JSON.stringify(changes, cut);
  if (json.length <= VALUE_LIMITS.auditChanges) return json;
  const names = Object.keys(changes).slice(0, VALUE_LIMITS.auditNames);
  return JSON.stringify(
    Object.fromEntries(names.map((name) => [bounded(name, VALUE_LIMITS.auditTarget), [null, null]])),
  );
}

/**
 * The insert of an audit event as a statement for `batch`. Changes of control data are audited in the control
 * database and changes of tenant data in the tenant's, because a batch is one database's: both hold this table.
 */
export function insertAuditEvent(
  db: ControlDatabase | TenantDatabase,
  organizationId: OrganizationId,
  event: AuditEvent,
) {
  return db.insert(auditEvents).values(auditRow(organizationId, event));
}

/** An event that goes with no change: something was refused. */
export async function recordEvent(
  db: ControlDatabase | TenantDatabase,
  organizationId: OrganizationId,
  event: AuditEvent,
): Promise<void> {
  await insertAuditEvent(db, organizationId, event);
}

/**
 * The same insert, but only if the statement before it in the batch changed a row: a guarded change and its event
 * stand or fall together. `changes()` is SQLite's count of the most recent INSERT, UPDATE or DELETE.
 */
export function insertAuditEventIfChanged(
  db: ControlDatabase | TenantDatabase,
  organizationId: OrganizationId,
  event: AuditEvent,
) {
  return insertWhen(db, auditEvents, auditRow(organizationId, event), sql`changes() > 0`);
}

/**
 * Statements that keep the answer of an event's request, for the batch of the change and the event, anywhere behind the
 * event: whoever repeats the request gets the answer if and only if the change was made. None where nothing is kept.
 */
export function keepAnswerOf(db: ControlDatabase | TenantDatabase, { answer }: AuditEvent) {
  if (answer === undefined) return [];
  const told = sql`EXISTS (SELECT 1 FROM ${auditEvents} WHERE ${auditEvents.id} = ${answer.eventId})`;
  return [keepAnswer(db, answer.claim, answer.sealed, told)];
}
