import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { customRoles, memberships, organizations, sessions, users } from '../db/schema/control.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';

/**
 * Who people are and where they belong. These queries start from a person, who stands above organizations; of
 * organizations they return only those the person is an active member of.
 */
export type UserRow = Omit<typeof users.$inferSelect, 'id'> & { readonly id: UserId };

/** An active membership in an active organization. */
export interface MembershipRow {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly slug: string;
  readonly plan: 'starter' | 'professional' | 'enterprise';
  readonly shard: string;
  readonly role: string;
  /** Name and permission bits of a custom role; null for a built-in one. */
  readonly customRoleName: string | null;
  readonly customPermissions: string | null;
  /** When the organization was made, Unix milliseconds. */
  readonly createdAt: number;
  /** When it will be gone; null unless an owner decided so. */
  readonly deletesAt: number | null;
}

export interface PersonRow {
  readonly user: UserRow;
  /** The first joined first; may be empty. */
  readonly memberships: readonly MembershipRow[];
}

/** The person with this address, with their organizations and the one they last worked in. One trip. */
export async function findPersonByEmail(
  db: ControlDatabase,
  emailNormalized: string,
): Promise<(PersonRow & { readonly lastOrganizationId: OrganizationId | null }) | null> {
  const ids = db.select({ id: users.id }).from(users).where(eq(users.emailNormalized, emailNormalized));
  const [[user], joined, [last]] = await db.batch([
    db.select().from(users).where(eq(users.emailNormalized, emailNormalized)).limit(1),
    activeMemberships(db, inArray(memberships.userId, ids)),
    db
      .select({ organizationId: sessions.organizationId })
      .from(sessions)
      .where(and(inArray(sessions.userId, ids), isNull(sessions.impersonatorId)))
      .orderBy(desc(sessions.lastUsedAt))
      .limit(1),
  ]);
  if (!user) return null;
  return {
    user: brandUser(user),
    memberships: joined.map(brandMembership),
    lastOrganizationId: last ? (last.organizationId as OrganizationId) : null,
  };
}

/** The person with this id, if active. One trip. */
export async function findActivePerson(db: ControlDatabase, userId: UserId): Promise<PersonRow | null> {
  const [[user], joined] = await db.batch([
    db
      .select()
      .from(users)
      .where(and(eq(users.id, userId), eq(users.status, 'active')))
      .limit(1),
    activeMemberships(db, eq(memberships.userId, userId)),
  ]);
  return user ? { user: brandUser(user), memberships: joined.map(brandMembership) } : null;
}

/** Is the address or the slug taken already? What a failed registration reads to learn why. */
export async function findTaken(db: ControlDatabase, emailNormalized: string, slug: string) {
  const [byEmail, bySlug] = await db.batch([
    db.select({ id: users.id }).from(users).where(eq(users.emailNormalized, emailNormalized)).limit(1),
    db.select({ id: organizations.id }).from(organizations).where(eq(organizations.slug, slug)).limit(1),
  ]);
  return { email: byEmail.length > 0, slug: bySlug.length > 0 };
}

/** Statement: the active memberships that fulfil `condition`. */
export function activeMemberships(db: ControlDatabase, condition: SQL) {
  return db
    .select({
      organizationId: organizations.id,
      name: organizations.name,
      slug: organizations.slug,
      plan: organizations.plan,
      shard: organizations.shard,
      role: memberships.role,
      // A batch answers by column name: two columns called `name` would be one.
      customRoleName: sql<string | null>`${customRoles.name}`.as('custom_role_name'),
      customPermissions: customRoles.permissions,
      createdAt: organizations.createdAt,
      deletesAt: organizations.deletesAt,
    })
    .from(memberships)
    .innerJoin(organizations, and(eq(organizations.id, memberships.organizationId), eq(organizations.status, 'active')))
    .leftJoin(
      customRoles,
      and(eq(customRoles.id, memberships.role), eq(customRoles.organizationId, memberships.organizationId)),
    )
    .where(and(condition, eq(memberships.status, 'active')))
    .orderBy(asc(memberships.createdAt), asc(memberships.id));
}

export const brandUser = (row: typeof users.$inferSelect): UserRow => ({ ...row, id: row.id as UserId });

export const brandMembership = (
  row: Omit<MembershipRow, 'organizationId'> & { readonly organizationId: string },
): MembershipRow => ({ ...row, organizationId: row.organizationId as OrganizationId });
