import { and, desc, eq, gt, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { ControlDatabase } from '../db/connect.ts';
import { customRoles, invitations, organizations, users } from '../db/schema/control.ts';
import type { OrganizationId } from '../domain/id.ts';
import { type AuditEvent, insertAuditEventIfChanged, keepAnswerOf } from './audit.ts';
import { containsText } from './contains-text.ts';
import { credentialHolds } from './credential-holds.ts';
import { insertWhen } from './insert-when.ts';
import type { MailStatements } from './mail-statement.ts';
import { olderThan, type PageRequest } from './page.ts';
import { type CapByPlan, capOfOrganization, membersOf } from './plan-cap.ts';

export type InvitationRow = Omit<typeof invitations.$inferSelect, 'tokenHash'>;

const shown = {
  id: invitations.id,
  organizationId: invitations.organizationId,
  email: invitations.email,
  emailNormalized: invitations.emailNormalized,
  role: invitations.role,
  invitedBy: invitations.invitedBy,
  createdAt: invitations.createdAt,
  expiresAt: invitations.expiresAt,
  acceptedAt: invitations.acceptedAt,
  revokedAt: invitations.revokedAt,
  workspaces: invitations.workspaces,
};

const open = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));

export interface InvitationFilter {
  /** Part of the email address, case-insensitive. */
  readonly text?: string | undefined;
  readonly status?: 'open' | 'accepted' | 'revoked' | 'expired' | undefined;
  /** Current time in Unix milliseconds, for expiry. */
  readonly now: number;
}

/** Newest first; `after` is the last row of the previous page. */
export async function listInvitations(
  db: ControlDatabase,
  organizationId: OrganizationId,
  filter: InvitationFilter,
  { limit, after }: PageRequest,
) {
  const { createdAt, id } = invitations;
  const beyond = olderThan(createdAt, id, after);
  return db
    .select({ ...shown, customRoleName: customRoles.name })
    .from(invitations)
    .leftJoin(
      customRoles,
      and(eq(customRoles.id, invitations.role), eq(customRoles.organizationId, invitations.organizationId)),
    )
    .where(
      and(
        eq(invitations.organizationId, organizationId),
        filter.status && statusIs(filter.status, filter.now),
        filter.text ? containsText([invitations.emailNormalized], filter.text) : undefined,
        beyond,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
}

export async function findInvitation(
  db: ControlDatabase,
  organizationId: OrganizationId,
  id: string,
): Promise<InvitationRow | null> {
  const [row] = await db.select(shown).from(invitations).where(invitationOf(organizationId, id)).limit(1);
  return row ?? null;
}

export async function isInvited(
  db: ControlDatabase,
  organizationId: OrganizationId,
  emailNormalized: string,
): Promise<boolean> {
  const rows = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.organizationId, organizationId), eq(invitations.emailNormalized, emailNormalized), open))
    .limit(1);
  return rows.length > 0;
}

/**
 * Returns the open invitation with this token, its organization's name, and whether the address has an account. The
 * hash identifies the tenant, so this query has no tenant condition.
 */
export async function findInvitationByToken(db: ControlDatabase, tokenHash: string, now: number) {
  const [row] = await db
    .select({
      ...shown,
      organizationName: organizations.name,
      customRoleName: customRoles.name,
      userId: users.id,
    })
    .from(invitations)
    .innerJoin(organizations, and(eq(organizations.id, invitations.organizationId), eq(organizations.status, 'active')))
    .leftJoin(
      customRoles,
      and(eq(customRoles.id, invitations.role), eq(customRoles.organizationId, invitations.organizationId)),
    )
    .leftJoin(users, eq(users.emailNormalized, invitations.emailNormalized))
    .where(and(eq(invitations.tokenHash, tokenHash), open, gt(invitations.expiresAt, now)))
    .limit(1);
  return row ?? null;
}

/**
 * Creates an invitation and ends an expired one for the same address. Rejects if one is still open, since an address is
 * invited only once. Returns false without writing if members and open invitations reach the plan's limit, or the
 * caller's credential was revoked.
 */
export async function insertInvitation(
  db: ControlDatabase,
  organizationId: OrganizationId,
  invitation: Omit<typeof invitations.$inferSelect, 'organizationId' | 'acceptedAt' | 'revokedAt'>,
  cap: CapByPlan,
  event: AuditEvent,
  mail: MailStatements,
): Promise<boolean> {
  const now = event.occurredAt;
  const waiting = sql`(SELECT count(*) FROM invitations AS waiting WHERE waiting.organization_id = ${organizationId}
    AND waiting.accepted_at IS NULL AND waiting.revoked_at IS NULL AND waiting.expires_at > ${now})`;
  await db.batch([
    db
      .update(invitations)
      .set({ revokedAt: now })
      .where(
        and(
          eq(invitations.organizationId, organizationId),
          eq(invitations.emailNormalized, invitation.emailNormalized),
          open,
          lte(invitations.expiresAt, now),
        ),
      ),
    insertWhen(
      db,
      invitations,
      { ...invitation, organizationId, acceptedAt: null, revokedAt: null },
      sql`${membersOf(organizationId)} + ${waiting} < ${capOfOrganization(organizationId, cap)}
        AND ${credentialHolds(db, event.credential, now)}`,
    ),
    insertAuditEventIfChanged(db, organizationId, event),
    ...keepAnswerOf(db, event),
    ...mail(hasToken(invitation.id, invitation.tokenHash)),
  ]);
  return (await findInvitation(db, organizationId, invitation.id)) !== null;
}

/** Gives an open or expired invitation a new token and expiry. False if it was accepted or revoked. */
export async function renewInvitation(
  db: ControlDatabase,
  organizationId: OrganizationId,
  id: string,
  to: { readonly tokenHash: string; readonly expiresAt: number },
  event: AuditEvent,
  mail: MailStatements,
): Promise<boolean> {
  const [renewed] = await db.batch([
    db
      .update(invitations)
      .set(to)
      .where(and(invitationOf(organizationId, id), open, credentialHolds(db, event.credential, event.occurredAt)))
      .returning({ id: invitations.id }),
    insertAuditEventIfChanged(db, organizationId, event),
    ...keepAnswerOf(db, event),
    ...mail(hasToken(id, to.tokenHash)),
  ]);
  return renewed.length > 0;
}

/** Revokes an open invitation. No effect on any other. */
export async function revokeInvitation(
  db: ControlDatabase,
  organizationId: OrganizationId,
  id: string,
  event: AuditEvent,
): Promise<void> {
  await db.batch([
    db
      .update(invitations)
      .set({ revokedAt: event.occurredAt })
      .where(and(invitationOf(organizationId, id), open)),
    insertAuditEventIfChanged(db, organizationId, event),
  ]);
}

/**
 * Statement: accepts an invitation. Changes a row for exactly one of any number of concurrent callers, and for none if
 * the organization has reached its plan's limit of members.
 */
export function claimInvitation(db: ControlDatabase, tokenHash: string, cap: CapByPlan, now: number) {
  const organizationId = sql`invitations.organization_id`;
  return db
    .update(invitations)
    .set({ acceptedAt: now })
    .where(
      and(
        eq(invitations.tokenHash, tokenHash),
        open,
        gt(invitations.expiresAt, now),
        sql`${membersOf(organizationId)} < ${capOfOrganization(organizationId, cap)}`,
      ),
    )
    .returning({ id: invitations.id });
}

function statusIs(status: NonNullable<InvitationFilter['status']>, now: number): SQL | undefined {
  switch (status) {
    case 'accepted':
      return isNotNull(invitations.acceptedAt);
    case 'revoked':
      return and(isNull(invitations.acceptedAt), isNotNull(invitations.revokedAt));
    case 'expired':
      return and(open, lte(invitations.expiresAt, now));
    case 'open':
      return and(open, gt(invitations.expiresAt, now));
  }
}

const invitationOf = (organizationId: OrganizationId, id: string) =>
  and(eq(invitations.organizationId, organizationId), eq(invitations.id, id));

/** SQL: true once the invitation has this token. Its mail is sent only then. */
const hasToken = (id: string, tokenHash: string): SQL =>
  sql`EXISTS (SELECT 1 FROM invitations WHERE id = ${id} AND token_hash = ${tokenHash})`;
