import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { OrganizationId } from '../../domain/id.ts';
import { securityEventKinds } from '../../domain/security-events.ts';

/**
 * Control data about requests. Anonymous callers can create rows here, so every table is bounded. Times are Unix
 * milliseconds.
 */

/** Refused anonymous requests, counted per kind, network and window. */
export const securityEvents = sqliteTable(
  'security_events',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: securityEventKinds }).notNull(),
    /** An IPv4 address, the /64 of an IPv6 address, `unknown`, or '' for all networks beyond the maximum per window. */
    network: text('network').notNull(),
    windowStart: integer('window_start').notNull(),
    count: integer('count').notNull(),
    firstAt: integer('first_at').notNull(),
    lastAt: integer('last_at').notNull(),
    /** Request id and user agent of one of the most recent requests, for finding it in the log. */
    requestId: text('request_id').notNull(),
    userAgent: text('user_agent'),
  },
  (table) => [
    uniqueIndex('security_events_window').on(table.windowStart, table.kind, table.network),
    index('security_events_first').on(table.firstAt, table.id),
  ],
);

/** Stored responses to requests with an `Idempotency-Key`, replayed when the request is repeated. */
export const idempotentRequests = sqliteTable(
  'idempotent_requests',
  {
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    /** The calling user or API key. Responses are only replayed to the same caller. */
    callerId: text('caller_id').notNull(),
    /** SHA-256 of the operation and the caller's key, hex. */
    key: text('key').notNull(),
    /** SHA-256 of the URL and the body, hex. Reusing the key for a different request is an error. */
    request: text('request').notNull(),
    /** Identifies the request that holds the key. Its writes only apply while it still holds the key. */
    claim: text('claim').notNull().default(''),
    /** HTTP status of the response; null while the first request is in progress. */
    status: integer('status'),
    /** Response body, encrypted for this row because it may contain a secret that is shown once. */
    sealedBody: text('sealed_body'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.callerId, table.key] }),
    index('idempotent_requests_created').on(table.createdAt),
  ],
);
