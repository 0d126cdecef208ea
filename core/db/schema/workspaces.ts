import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { GRANT_OBJECTS, GRANT_SUBJECTS } from '../../domain/grants.ts';
import type { ApiKeyId, OrganizationId, UserId } from '../../domain/id.ts';
import { WORKSPACE_ACCESS, WORKSPACE_ROLES } from '../../domain/workspaces.ts';

/**
 * Control data about who reaches what inside an organization: teams, their members, and permissions on single objects.
 * Documents name a workspace by id only; nothing joins across the seam. Times are Unix milliseconds.
 */

export const workspaces = sqliteTable(
  'workspaces',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    name: text('name').notNull(),
    slug: text('slug').notNull(),
    access: text('access', { enum: WORKSPACE_ACCESS }).notNull(),
    createdBy: text('created_by').$type<UserId>().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    archivedAt: integer('archived_at'),
  },
  (table) => [
    uniqueIndex('workspaces_organization_slug').on(table.organizationId, table.slug),
    index('workspaces_organization_created').on(table.organizationId, table.createdAt),
  ],
);

/** A membership in a workspace hangs on the membership in its organization and ends with it. */
export const workspaceMembers = sqliteTable(
  'workspace_members',
  {
    workspaceId: text('workspace_id').notNull(),
    membershipId: text('membership_id').notNull(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    role: text('role', { enum: WORKSPACE_ROLES }).notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.membershipId] }),
    index('workspace_members_membership').on(table.membershipId),
  ],
);

/** Permissions on one object for one subject. A revoked grant stays as a row, for the history. */
export const grants = sqliteTable(
  'grants',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    objectKind: text('object_kind', { enum: GRANT_OBJECTS }).notNull(),
    objectId: text('object_id').notNull(),
    subjectKind: text('subject_kind', { enum: GRANT_SUBJECTS }).notNull(),
    /** A membership, a role (by name or id) or a workspace. */
    subjectId: text('subject_id').notNull(),
    /** Permission bits in hex; never more than its maker held on the object. */
    permissions: text('permissions').notNull(),
    grantedBy: text('granted_by').notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at'),
    revokedAt: integer('revoked_at'),
  },
  (table) => [
    index('grants_subject').on(table.organizationId, table.subjectKind, table.subjectId),
    index('grants_object').on(table.organizationId, table.objectKind, table.objectId),
  ],
);

/** Calls of a key per UTC day, written in sums and not call by call. */
export const apiKeyUsage = sqliteTable(
  'api_key_usage',
  {
    apiKeyId: text('api_key_id').$type<ApiKeyId>().notNull(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    /** `YYYY-MM-DD`, UTC. */
    day: text('day').notNull(),
    calls: integer('calls').notNull(),
  },
  (table) => [primaryKey({ columns: [table.apiKeyId, table.day] })],
);
