import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { OrganizationId } from '../../domain/id.ts';
import { securityEventKinds } from '../../domain/security-events.ts';

/** Control data about requests themselves. Bounded by design: a stranger can make rows here. Times are Unix milliseconds. */

/** Refusals of callers nobody knows, counted per kind, network and window. */
export const securityEvents = sqliteTable(
  'security_events',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: securityEventKinds }).notNull(),
    /** An IPv4 address, the /64 of an IPv6 one, `unknown`, or '' for all further ones of the window. */
    network: text('network').notNull(),
    windowStart: integer('window_start').notNull(),
    count: integer('count').notNull(),
    firstAt: integer('first_at').notNull(),
    lastAt: integer('last_at').notNull(),
    /** Of one of the last requests: what to look for in the log, and what it called itself. */
    requestId: text('request_id').notNull(),
    userAgent: text('user_agent'),
  },
  (table) => [
    uniqueIndex('security_events_window').on(table.windowStart, table.kind, table.network),
    index('security_events_first').on(table.firstAt, table.id),
  ],
);

/** Answers to requests that carried an `Idempotency-Key`, to be given again when the request is repeated. */
export const idempotentRequests = sqliteTable(
  'idempotent_requests',
  {
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    /** The user or the API key that asked: nobody gets the answer of somebody else. */
    callerId: text('caller_id').notNull(),
    /** SHA-256 of the operation and the caller's key, hex. */
    key: text('key').notNull(),
    /** SHA-256 of the address and the body, hex: the same key for another request is a mistake. */
    request: text('request').notNull(),
    /** The request that took the key and may work: what it writes holds only while this is its own. */
    claim: text('claim').notNull().default(''),
    /** HTTP status of the answer; null while the first request is still at work. */
    status: integer('status'),
    /** The answer's body, sealed for its row: it may hold a secret that is shown once. */
    sealedBody: text('sealed_body'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.callerId, table.key] }),
    index('idempotent_requests_created').on(table.createdAt),
  ],
);
