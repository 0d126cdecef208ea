import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { EVENT_TYPES } from '../../domain/events.ts';
import type { DocumentId, JobId, OrganizationId, UserId } from '../../domain/id.ts';
import { ATTEMPT_ERRORS, DELIVERY_STATUSES, DISABLED_REASONS, WEBHOOK_STATUSES } from '../../domain/webhooks.ts';

/** Tenant data of events and webhooks. Times are Unix milliseconds. */

/**
 * Written by triggers on `documents`, in the transaction of the change. The database executes writes one after another,
 * so the sequence is the order of the commits and a reader never misses an event behind its cursor.
 */
export const events = sqliteTable(
  'events',
  {
    sequence: integer('sequence').primaryKey({ autoIncrement: true }),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    type: text('type', { enum: EVENT_TYPES }).notNull(),
    documentId: text('document_id').$type<DocumentId>().notNull(),
    workspaceId: text('workspace_id'),
    jobId: text('job_id').$type<JobId>().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    index('events_organization').on(table.organizationId, table.sequence),
    index('events_created').on(table.createdAt),
  ],
);

export const webhooks = sqliteTable(
  'webhooks',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    url: text('url').notNull(),
    description: text('description').notNull(),
    /** JSON list of types; null for all. */
    eventTypes: text('event_types'),
    /** JSON list of workspaces; null for the whole organization. */
    workspaceIds: text('workspace_ids'),
    /** Whether documents without a workspace are included. */
    unassigned: integer('unassigned', { mode: 'boolean' }).notNull(),
    status: text('status', { enum: WEBHOOK_STATUSES }).notNull(),
    disabledReason: text('disabled_reason', { enum: DISABLED_REASONS }),
    disabledAt: integer('disabled_at'),
    sealedSecret: text('sealed_secret').notNull(),
    /** The secret before the last rotation; signs too until `previous_secret_until`. */
    sealedPreviousSecret: text('sealed_previous_secret'),
    previousSecretUntil: integer('previous_secret_until'),
    createdBy: text('created_by').$type<UserId>().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [index('webhooks_organization').on(table.organizationId, table.createdAt, table.id)],
);

/** One event for one endpoint. Written by a trigger on `events`. */
export const webhookDeliveries = sqliteTable(
  'webhook_deliveries',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    webhookId: text('webhook_id').notNull(),
    eventSequence: integer('event_sequence').notNull(),
    documentId: text('document_id').$type<DocumentId>().notNull(),
    status: text('status', { enum: DELIVERY_STATUSES }).notNull(),
    attempts: integer('attempts').notNull(),
    /** Also the lease of an attempt under way. */
    nextAttemptAt: integer('next_attempt_at').notNull(),
    /** Outcome of the last attempt. */
    statusCode: integer('status_code'),
    error: text('error', { enum: ATTEMPT_ERRORS }),
    createdAt: integer('created_at').notNull(),
    finishedAt: integer('finished_at'),
  },
  (table) => [
    index('webhook_deliveries_webhook').on(table.webhookId, table.number),
    index('webhook_deliveries_pending')
      .on(table.webhookId, table.documentId, table.number)
      .where(sql`status = 'pending'`),
    index('webhook_deliveries_due').on(table.nextAttemptAt).where(sql`status = 'pending'`),
    index('webhook_deliveries_created').on(table.createdAt),
  ],
);

export const webhookAttempts = sqliteTable(
  'webhook_attempts',
  {
    deliveryNumber: integer('delivery_number').notNull(),
    attempt: integer('attempt').notNull(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    startedAt: integer('started_at').notNull(),
    milliseconds: integer('milliseconds').notNull(),
    statusCode: integer('status_code'),
    error: text('error', { enum: ATTEMPT_ERRORS }),
    /** Beginning of the response. */
    response: text('response').notNull(),
  },
  (table) => [primaryKey({ columns: [table.deliveryNumber, table.attempt] })],
);
