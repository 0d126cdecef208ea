import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { templates, templateVersions } from '../db/schema/tenant.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEventIfChanged, keepAnswerOf } from './audit.ts';
import { insertWhen } from './insert-when.ts';

export type TemplateRow = typeof templates.$inferSelect & {
  /** JSON of the requested version. */
  readonly definition: string;
};

const VERSION_OF = and(
  eq(templateVersions.templateId, templates.id),
  eq(templateVersions.organizationId, templates.organizationId),
);

/** Returns the current versions of all active templates, newest first; `insertTemplate` bounds their number. */
export async function listTemplates(db: TenantDatabase, organizationId: OrganizationId): Promise<TemplateRow[]> {
  const rows = await db
    .select()
    .from(templates)
    .innerJoin(templateVersions, and(VERSION_OF, eq(templateVersions.version, templates.version)))
    .where(and(eq(templates.organizationId, organizationId), isNull(templates.archivedAt)))
    .orderBy(desc(templates.createdAt), desc(templates.id));
  return rows.map((row) => ({ ...row.templates, definition: row.template_versions.definition }));
}

/** Returns one template, archived or not, in its current version or the requested one. */
export async function findTemplate(
  db: TenantDatabase,
  organizationId: OrganizationId,
  id: string,
  version?: number,
): Promise<TemplateRow | null> {
  const [row] = await db
    .select()
    .from(templates)
    .innerJoin(
      templateVersions,
      and(VERSION_OF, eq(templateVersions.version, version === undefined ? templates.version : sql`${version}`)),
    )
    .where(templateOf(organizationId, id))
    .limit(1);
  if (!row) return null;
  const { definition, version: found } = row.template_versions;
  return { ...row.templates, definition, version: found };
}

/** Writes nothing if there are already `cap` templates. */
export async function insertTemplate(
  db: TenantDatabase,
  organizationId: OrganizationId,
  row: Omit<TemplateRow, 'organizationId' | 'version' | 'archivedAt' | 'updatedAt'>,
  cap: number,
  event: AuditEvent,
): Promise<void> {
  const { definition, ...template } = row;
  const present = sql`(SELECT count(*) FROM templates WHERE organization_id = ${organizationId} AND archived_at IS NULL)`;
  const own = { organizationId, version: 1 };
  await db.batch([
    insertWhen(
      db,
      templates,
      { ...template, ...own, updatedAt: row.createdAt, archivedAt: null },
      sql`${present} < ${cap}`,
    ),
    insertAuditEventIfChanged(db, organizationId, event),
    insertVersion(db, organizationId, { templateId: row.id, ...own, definition, ...authorOf(row) }),
    ...keepAnswerOf(db, event),
  ]);
}

/** Returns false without writing if `before` is no longer the current version. */
export async function updateTemplate(
  db: TenantDatabase,
  organizationId: OrganizationId,
  before: Pick<TemplateRow, 'id' | 'version'>,
  to: { readonly definition: string; readonly createdBy: UserId },
  event: AuditEvent,
): Promise<boolean> {
  const version = before.version + 1;
  const [changed] = await db.batch([
    db
      .update(templates)
      .set({ version, updatedAt: event.occurredAt })
      .where(
        and(templateOf(organizationId, before.id), eq(templates.version, before.version), isNull(templates.archivedAt)),
      )
      .returning({ id: templates.id }),
    insertAuditEventIfChanged(db, organizationId, event),
    insertVersion(db, organizationId, {
      templateId: before.id,
      organizationId,
      version,
      definition: to.definition,
      createdBy: to.createdBy,
      createdAt: event.occurredAt,
    }),
  ]);
  return changed.length > 0;
}

/** False if there is no such template, or it is already archived. */
export async function archiveTemplate(
  db: TenantDatabase,
  organizationId: OrganizationId,
  id: string,
  event: AuditEvent,
): Promise<boolean> {
  const [gone] = await db.batch([
    db
      .update(templates)
      .set({ archivedAt: event.occurredAt })
      .where(and(templateOf(organizationId, id), isNull(templates.archivedAt)))
      .returning({ id: templates.id }),
    insertAuditEventIfChanged(db, organizationId, event),
  ]);
  return gone.length > 0;
}

/** Stores the version's definition, if the previous statements made it the current version and it is not stored yet. */
function insertVersion(db: TenantDatabase, organizationId: OrganizationId, row: typeof templateVersions.$inferInsert) {
  return insertWhen(
    db,
    templateVersions,
    row,
    sql`EXISTS (SELECT 1 FROM templates WHERE organization_id = ${organizationId} AND id = ${row.templateId}
          AND version = ${row.version})
      AND NOT EXISTS (SELECT 1 FROM template_versions WHERE organization_id = ${organizationId}
          AND template_id = ${row.templateId} AND version = ${row.version})`,
  );
}

const authorOf = ({ createdBy, createdAt }: Pick<TemplateRow, 'createdBy' | 'createdAt'>) => ({ createdBy, createdAt });

const templateOf = (organizationId: OrganizationId, id: string) =>
  and(eq(templates.organizationId, organizationId), eq(templates.id, id));
