import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { TenantDatabase } from '../db/connect.ts';
import { rules, ruleVersions } from '../db/schema/rules.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEventIfChanged, keepAnswerOf } from './audit.ts';
import { insertWhen } from './insert-when.ts';

/** A rule in one of its versions. */
export interface RuleRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** JSON. */
  readonly definition: string;
  readonly active: boolean;
  /** Who created this version. */
  readonly createdBy: UserId;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly archivedAt: number | null;
}

const VERSION_OF = and(eq(ruleVersions.ruleId, rules.id), eq(ruleVersions.organizationId, rules.organizationId));

const COLUMNS = {
  id: rules.id,
  version: ruleVersions.version,
  name: ruleVersions.name,
  definition: ruleVersions.definition,
  active: rules.active,
  createdBy: ruleVersions.createdBy,
  createdAt: rules.createdAt,
  updatedAt: rules.updatedAt,
  archivedAt: rules.archivedAt,
};

/** Returns the current versions of all rules that are not archived, newest first; `insertRule` bounds their number. */
export async function listRules(db: TenantDatabase, organizationId: OrganizationId): Promise<readonly RuleRow[]> {
  return db
    .select(COLUMNS)
    .from(rules)
    .innerJoin(ruleVersions, and(VERSION_OF, eq(ruleVersions.version, rules.version)))
    .where(and(eq(rules.organizationId, organizationId), isNull(rules.archivedAt)))
    .orderBy(desc(rules.createdAt), desc(rules.id));
}

/** Returns one rule, archived or not, in its current version or the requested one. */
export async function findRule(
  db: TenantDatabase,
  organizationId: OrganizationId,
  id: string,
  version?: number,
): Promise<RuleRow | null> {
  const [row] = await db
    .select(COLUMNS)
    .from(rules)
    .innerJoin(
      ruleVersions,
      and(VERSION_OF, eq(ruleVersions.version, version === undefined ? rules.version : sql`${version}`)),
    )
    .where(ruleOf(organizationId, id))
    .limit(1);
  return row ?? null;
}

/** Writes nothing if there are already `cap` rules. */
export async function insertRule(
  db: TenantDatabase,
  organizationId: OrganizationId,
  { name, definition, ...row }: Omit<RuleRow, 'version' | 'archivedAt' | 'updatedAt'>,
  cap: number,
  event: AuditEvent,
): Promise<void> {
  const present = sql`(SELECT count(*) FROM rules WHERE organization_id = ${organizationId} AND archived_at IS NULL)`;
  const own = { organizationId, version: 1 };
  const { id: ruleId, createdBy, createdAt } = row;
  await db.batch([
    insertWhen(db, rules, { ...row, ...own, updatedAt: createdAt, archivedAt: null }, sql`${present} < ${cap}`),
    insertAuditEventIfChanged(db, organizationId, event),
    insertVersion(db, organizationId, { ruleId, ...own, name, definition, createdBy, createdAt }),
    ...keepAnswerOf(db, event),
  ]);
}

/** Returns false without writing if `before` is no longer the current version. */
export async function updateRule(
  db: TenantDatabase,
  organizationId: OrganizationId,
  before: Pick<RuleRow, 'id' | 'version'>,
  to: Pick<RuleRow, 'name' | 'definition' | 'createdBy'>,
  event: AuditEvent,
): Promise<boolean> {
  const version = before.version + 1;
  const [changed] = await db.batch([
    db
      .update(rules)
      .set({ version, updatedAt: event.occurredAt })
      .where(and(ruleOf(organizationId, before.id), eq(rules.version, before.version), isNull(rules.archivedAt)))
      .returning({ id: rules.id }),
    insertAuditEventIfChanged(db, organizationId, event),
    insertVersion(db, organizationId, {
      ruleId: before.id,
      organizationId,
      version,
      ...to,
      createdAt: event.occurredAt,
    }),
    ...keepAnswerOf(db, event),
  ]);
  return changed.length > 0;
}

/** Switches a rule on or off, or archives it. False if it is archived, or already as wanted. */
export async function changeRuleState(
  db: TenantDatabase,
  organizationId: OrganizationId,
  id: string,
  to: { readonly active: boolean } | 'archived',
  event: AuditEvent,
): Promise<boolean> {
  const at = event.occurredAt;
  const [changed] = await db.batch([
    db
      .update(rules)
      .set(to === 'archived' ? { archivedAt: at, updatedAt: at } : { active: to.active, updatedAt: at })
      .where(
        and(
          ruleOf(organizationId, id),
          isNull(rules.archivedAt),
          to === 'archived' ? undefined : eq(rules.active, !to.active),
        ),
      )
      .returning({ id: rules.id }),
    insertAuditEventIfChanged(db, organizationId, event),
    ...keepAnswerOf(db, event),
  ]);
  return changed.length > 0;
}

/** Stores the version, if the previous statements made it the current one and it is not stored yet. */
function insertVersion(db: TenantDatabase, organizationId: OrganizationId, row: typeof ruleVersions.$inferInsert) {
  return insertWhen(
    db,
    ruleVersions,
    row,
    sql`EXISTS (SELECT 1 FROM rules WHERE organization_id = ${organizationId} AND id = ${row.ruleId}
          AND version = ${row.version})
      AND NOT EXISTS (SELECT 1 FROM rule_versions WHERE organization_id = ${organizationId}
          AND rule_id = ${row.ruleId} AND version = ${row.version})`,
  );
}

const ruleOf = (organizationId: OrganizationId, id: string) =>
  and(eq(rules.organizationId, organizationId), eq(rules.id, id));
