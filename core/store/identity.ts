import { and, asc, desc, eq, getTableColumns, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { customRoles, memberships, organizations, sessions, users } from '../db/schema/control.ts';
import { signInPolicies } from '../db/schema/sign-in.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';
import type { MfaDemand } from '../domain/mfa.ts';
import type { Plan } from '../domain/plans.ts';
import { type AttemptLimit, claimAttempt, isCounted } from './sign-in-attempts.ts';

/**
 * Users and their memberships. These queries start from a user, independent of organizations, and only return
 * organizations in which the user is an active member.
 */
export type UserRow = Omit<typeof users.$inferSelect, 'id'> & { readonly id: UserId };

/** An active membership in an active organization. */
export interface MembershipRow {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly slug: string;
  readonly plan: Plan;
  readonly shard: string;
  readonly role: string;
  /** Name and permission bits of a custom role; null for a built-in one. */
  readonly customRoleName: string | null;
  readonly customPermissions: string | null;
  /** When the organization was created, Unix milliseconds. */
  readonly createdAt: number;
  /** Scheduled time of deletion; null unless an owner requested it. */
  readonly deletesAt: number | null;
  readonly mfaDemand: MfaDemand;
}

export interface PersonRow {
  readonly user: UserRow;
  /** Factors the user has in addition to a password. */
  readonly factors: { readonly totp: boolean; readonly passkeys: number };
  /** In order of joining; may be empty. */
  readonly memberships: readonly MembershipRow[];
}

export interface SigningInPerson extends PersonRow {
  readonly lastOrganizationId: OrganizationId | null;
}

/** Returns the user with this address, their organizations and the one they used last. One round trip. */
export async function findPersonByEmail(db: ControlDatabase, emailNormalized: string): Promise<SigningInPerson | null> {
  return signingIn(await db.batch(personStatements(db, eq(users.emailNormalized, emailNormalized))));
}

/** The same by id, regardless of the user's status. */
export async function findPersonToSignIn(db: ControlDatabase, userId: UserId): Promise<SigningInPerson | null> {
  return signingIn(await db.batch(personStatements(db, eq(users.id, userId))));
}

/** Counts a sign-in attempt unless a limit is reached, and returns the user with this address. One round trip. */
export async function findSignIn(
  db: ControlDatabase,
  emailNormalized: string,
  limits: readonly AttemptLimit[],
  windowStart: number,
): Promise<{ readonly person: SigningInPerson | null; readonly counted: boolean }> {
  const [user, joined, last, ...claim] = await db.batch([
    ...personStatements(db, eq(users.emailNormalized, emailNormalized)),
    ...claimAttempt(db, limits, windowStart),
  ]);
  return { person: signingIn([user, joined, last]), counted: isCounted(claim, limits) };
}

function personStatements(db: ControlDatabase, condition: SQL) {
  const ids = db.select({ id: users.id }).from(users).where(condition);
  return [
    personColumns(db).where(condition).limit(1),
    activeMemberships(db, inArray(memberships.userId, ids)),
    db
      .select({ organizationId: sessions.organizationId })
      .from(sessions)
      .where(and(inArray(sessions.userId, ids), isNull(sessions.impersonatorId)))
      .orderBy(desc(sessions.lastUsedAt))
      .limit(1),
  ] as const;
}

type StoredPerson = Awaited<ReturnType<typeof personColumns>>[number];
type StoredMembership = Awaited<ReturnType<typeof activeMemberships>>[number];

function signingIn([[person], joined, [last]]: readonly [
  readonly StoredPerson[],
  readonly StoredMembership[],
  readonly { readonly organizationId: OrganizationId }[],
]): SigningInPerson | null {
  if (!person) return null;
  return { ...personOf(person, joined), lastOrganizationId: last?.organizationId ?? null };
}

/** Returns the user with this id, if active. One round trip. */
export async function findActivePerson(db: ControlDatabase, userId: UserId): Promise<PersonRow | null> {
  const [[person], joined] = await db.batch([
    personColumns(db)
      .where(and(eq(users.id, userId), eq(users.status, 'active')))
      .limit(1),
    activeMemberships(db, eq(memberships.userId, userId)),
  ]);
  return person ? personOf(person, joined) : null;
}

/**
 * `users.id` is written as SQL: the builder would omit the table name, and the column would refer to the inner table.
 */
const personColumns = (db: ControlDatabase) =>
  db
    .select({
      ...getTableColumns(users),
      hasTotp:
        sql<number>`EXISTS (SELECT 1 FROM totp_authenticators WHERE user_id = users.id AND confirmed_at IS NOT NULL)`.as(
          'has_totp',
        ),
      passkeyCount: sql<number>`(SELECT count(*) FROM passkeys WHERE user_id = users.id)`.as('passkey_count'),
    })
    .from(users);

function personOf({ hasTotp, passkeyCount, ...user }: StoredPerson, joined: readonly StoredMembership[]): PersonRow {
  return {
    user,
    factors: { totp: hasTotp === 1, passkeys: passkeyCount },
    memberships: joined,
  };
}

/** Returns whether the address or the slug is taken, for explaining a failed registration. */
export async function findTaken(db: ControlDatabase, emailNormalized: string, slug: string) {
  const [byEmail, bySlug] = await db.batch([
    db.select({ id: users.id }).from(users).where(eq(users.emailNormalized, emailNormalized)).limit(1),
    db.select({ id: organizations.id }).from(organizations).where(eq(organizations.slug, slug)).limit(1),
  ]);
  return { email: byEmail.length > 0, slug: bySlug.length > 0 };
}

/** Statement: the active memberships that match `condition`. */
function activeMemberships(db: ControlDatabase, condition: SQL) {
  return db
    .select({
      organizationId: organizations.id,
      name: organizations.name,
      slug: organizations.slug,
      plan: organizations.plan,
      shard: organizations.shard,
      role: memberships.role,
      // Batch results are keyed by column name, so two columns called `name` would collide.
      customRoleName: sql<string | null>`${customRoles.name}`.as('custom_role_name'),
      customPermissions: customRoles.permissions,
      createdAt: organizations.createdAt,
      deletesAt: organizations.deletesAt,
      mfaDemand: sql<MfaDemand>`coalesce(${signInPolicies.mfaRequired}, 'off')`.as('mfa_demand'),
    })
    .from(memberships)
    .innerJoin(organizations, and(eq(organizations.id, memberships.organizationId), eq(organizations.status, 'active')))
    .leftJoin(
      customRoles,
      and(eq(customRoles.id, memberships.role), eq(customRoles.organizationId, memberships.organizationId)),
    )
    .leftJoin(signInPolicies, eq(signInPolicies.organizationId, organizations.id))
    .where(and(condition, eq(memberships.status, 'active')))
    .orderBy(asc(memberships.createdAt), asc(memberships.id));
}
