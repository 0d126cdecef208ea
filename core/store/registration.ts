import type { ControlDatabase } from '../db/connect.ts';
import { memberships, organizations, users } from '../db/schema/control.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';
import { newId } from '../platform/ids.ts';
import { type AuditEvent, insertAuditEvent } from './audit.ts';
import { type NewSession, openSessionStatements } from './sessions.ts';

export interface NewOwner {
  readonly userId: UserId;
  readonly email: string;
  readonly emailNormalized: string;
  /** Null for users who sign in only through a provider. */
  readonly passwordHash: string | null;
  readonly emailVerifiedAt: number | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  readonly slug: string;
  readonly status: 'active' | 'pending';
  readonly now: number;
}

/**
 * Creates a user, their organization, the owner membership and the first session (none for users waiting for approval)
 * in one batch. Rejects if the address or the slug is taken; `findTaken` returns which.
 */
export async function insertOwner(
  db: ControlDatabase,
  owner: NewOwner,
  session: NewSession | null,
  event: AuditEvent,
): Promise<void> {
  const { now } = owner;
  const times = { createdAt: now, updatedAt: now };
  await db.batch([
    db.insert(users).values({
      id: owner.userId,
      email: owner.email,
      emailNormalized: owner.emailNormalized,
      passwordHash: owner.passwordHash,
      firstName: owner.firstName,
      lastName: owner.lastName,
      emailVerifiedAt: owner.emailVerifiedAt,
      status: owner.status,
      ...times,
    }),
    db
      .insert(organizations)
      .values({ id: owner.organizationId, name: owner.organizationName, slug: owner.slug, ...times }),
    db.insert(memberships).values({
      id: newId('membership', now),
      organizationId: owner.organizationId,
      userId: owner.userId,
      role: 'owner',
      ...times,
    }),
    ...(session ? openSessionStatements(db, session) : []),
    insertAuditEvent(db, owner.organizationId, event),
  ]);
}
