import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { GRANT_OBJECTS, GRANT_SUBJECTS } from '../../domain/grants.ts';
import type { ApiKeyId, OrganizationId, UserId } from '../../domain/id.ts';
import { WORKSPACE_ACCESS, WORKSPACE_ROLES } from '../../domain/workspaces.ts';

/**
 * Control data on access within an organization: workspaces, their members and grants on single objects. Documents
 * refer to a workspace by id only; no query joins them. Times are Unix milliseconds.
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

/** Membership in a workspace. Depends on the membership in the organization and ends with it. */
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

/** Permissions on one object for one subject. Revoked grants are kept as history. */
export const grants = sqliteTable(
  'grants',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').$type<OrganizationId>().notNull(),
    objectKind: text('object_kind', { enum: GRANT_OBJECTS }).notNull(),
    objectId: text('object_id').notNull(),
    subjectKind: text('subject_kind', { enum: GRANT_SUBJECTS }).notNull(),
    /** Id of a membership or workspace, or the name or id of a role. */
    subjectId: text('subject_id').notNull(),
    /** Permission bits in hex; at most what the granting user held on the object. */
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

/** API calls per key and UTC day, written in aggregate rather than per call. */
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
