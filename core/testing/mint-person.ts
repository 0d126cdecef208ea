import { env } from 'cloudflare:workers';
import { connectControl } from '../db/connect.ts';
import { memberships, organizations, users } from '../db/schema/control.ts';
import type { OrganizationId } from '../domain/id.ts';
import { type BuiltInRole, permissionsOfRole } from '../domain/roles.ts';
import { newId } from '../platform/ids.ts';
import { readSigningKeys, signAccessToken } from '../security/access-token.ts';
import { hashPassword } from '../security/password.ts';
import { openSessionStatements } from '../store/sessions.ts';
import type { Member } from './members.ts';
import { PASSWORD } from './sign-up.ts';

const db = connectControl(env.DB);
const keys = readSigningKeys(env.JWT_KEYS);
const LIFETIME_SECONDS = 900;
/** Hashed once: all users created here share a password, because hashing is the expensive part of registration. */
let passwordHash: Promise<string> | undefined;

export interface MintedPerson extends Member {
  /** A correctly signed but expired access token. */
  readonly expiredToken: string;
}

/** Creates an organization without members. */
export async function mintOrganization(): Promise<OrganizationId> {
  const now = Date.now();
  const id = newId('organization', now);
  await db.insert(organizations).values({ id, name: 'Minted', slug: id, createdAt: now, updatedAt: now });
  return id;
}

/**
 * Creates a signed-in user with this role directly in the tables, for suites that need hundreds of them. Registration
 * and invitations are tested elsewhere.
 */
export async function mintPerson(
  organizationId: OrganizationId,
  role: BuiltInRole,
  status: 'active' | 'suspended' = 'active',
): Promise<MintedPerson> {
  const now = Date.now();
  passwordHash ??= hashPassword(PASSWORD);
  const [userId, memberId, sessionId] = [newId('user', now), newId('membership', now), newId('session', now)];
  const email = `${userId}@example.com`;
  const times = { createdAt: now, updatedAt: now };
  const session = { id: sessionId, userId, organizationId, refreshHash: sessionId, ip: null, userAgent: null, now };
  await db.batch([
    db.insert(users).values({
      id: userId,
      email,
      emailNormalized: email,
      passwordHash: await passwordHash,
      firstName: 'Minted',
      lastName: role,
      emailVerifiedAt: now,
      ...times,
    }),
    db.insert(memberships).values({ id: memberId, organizationId, userId, role, status, ...times }),
    ...openSessionStatements(db, { ...session, expiresAt: now + LIFETIME_SECONDS * 1000 }),
  ]);
  const permissions = new Set(permissionsOfRole(role));
  const claims = { userId, organizationId, sessionId, shard: 'DB', role, permissions };
  const accessToken = await signAccessToken(keys, claims, now, LIFETIME_SECONDS);
  const expiredToken = await signAccessToken(keys, claims, now - 2 * LIFETIME_SECONDS * 1000, LIFETIME_SECONDS);
  return { email, userId, organizationId, memberId, accessToken, expiredToken, refreshToken: '' };
}
