import { sql } from 'drizzle-orm';
import type { ControlDatabase, TenantDatabase } from '../db/connect.ts';
import { auditEvents } from '../db/schema/tenant.ts';
import type { AuditAction } from '../domain/audit-actions.ts';
import type { FieldChanges } from '../domain/changed-fields.ts';
import type { OrganizationId } from '../domain/id.ts';
import { bounded, VALUE_LIMITS } from '../domain/value-limits.ts';
import { newId } from '../platform/ids.ts';
import type { Credential } from './credential-holds.ts';
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
  /** The impersonating system administrator; omitted if the actor acts themselves. */
  readonly impersonatorId?: string;
  /** Response of the request that makes the change, if the request can be repeated with an `Idempotency-Key`. */
  readonly answer?: EventAnswer;
  /** What the actor was authenticated with, for guarded writes (`credentialHolds`); not recorded. */
  readonly credential?: Credential;
}

/** A response that is stored in the same batch as its event. */
export interface EventAnswer {
  readonly claim: RequestClaim;
  readonly sealed: SealedAnswer;
  /** Id of the event. */
  readonly eventId: string;
}

/** Returns the row of an audit event, for an insert in the same batch as the change. */
export function auditRow(organizationId: OrganizationId, event: AuditEvent) {
  const { changes, impersonatorId, answer, credential: _, ...rest } = event;
  return {
    id: answer?.eventId ?? newId('audit', event.occurredAt),
    organizationId,
    ...rest,
    targetId: bounded(event.targetId, VALUE_LIMITS.auditTarget),
    changes: changes ? changesJson(changes) : null,
    impersonatorId: impersonatorId ?? null,
    // Sealed later by the organization's Durable Object, which assigns the order (core/organization).
    sequence: null,
    previousHash: null,
    hash: null,
  };
}

/**
 * Truncates long values. If the changes are still too long, only the names of the changed fields are kept, as `[null,
 * null]`.
 */
export function changesJson(changes: NonNullable<AuditEvent['changes']>): string {
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
 * Statement: inserts an audit event. Changes of control data are recorded in the control database and changes of tenant
 * data in the tenant database, because a batch cannot span databases. Both have this table.
 */
export function insertAuditEvent(
  db: ControlDatabase | TenantDatabase,
  organizationId: OrganizationId,
  event: AuditEvent,
) {
  return db.insert(auditEvents).values(auditRow(organizationId, event));
}

/** Records an event without a change, for example a refusal. */
export async function recordEvent(
  db: ControlDatabase | TenantDatabase,
  organizationId: OrganizationId,
  event: AuditEvent,
): Promise<void> {
  await insertAuditEvent(db, organizationId, event);
}

/**
 * The same insert, but only if the previous statement in the batch changed a row, so that a guarded change and its
 * event are written together or not at all. `changes()` is SQLite's count for the most recent INSERT, UPDATE or DELETE.
 */
export function insertAuditEventIfChanged(
  db: ControlDatabase | TenantDatabase,
  organizationId: OrganizationId,
  event: AuditEvent,
) {
  return insertWhen(db, auditEvents, auditRow(organizationId, event), sql`changes() > 0`);
}

/**
 * Statements that store the response of an event's request, for the batch of the change, anywhere after the event. A
 * repeated request gets the response if and only if the change was made. Empty if nothing is stored.
 */
export function keepAnswerOf(db: ControlDatabase | TenantDatabase, { answer }: AuditEvent) {
  if (answer === undefined) return [];
  const told = sql`EXISTS (SELECT 1 FROM ${auditEvents} WHERE ${auditEvents.id} = ${answer.eventId})`;
  return [keepAnswer(db, answer.claim, answer.sealed, told)];
}
