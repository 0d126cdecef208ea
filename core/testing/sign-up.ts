import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { createdApiKeySchema } from '../contract/api-keys.ts';
import { signedInSchema } from '../contract/identity.ts';
import { connectControl } from '../db/connect.ts';
import { memberships } from '../db/schema/control.ts';
import type { OrganizationId, UserId } from '../domain/id.ts';
import type { Permission } from '../domain/permissions.ts';
import type { BuiltInRole } from '../domain/roles.ts';
import { newId } from '../platform/ids.ts';
import { call } from './call.ts';

export const PASSWORD = 'correct horse battery';

export interface Owner {
  readonly email: string;
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Returns an unused address. */
export const newEmail = (): string => `${newId('event', Date.now())}@example.com`;

/** Returns a registration request. */
export const registration = (email: string, organizationName = 'Analytical Engines') => ({
  email,
  password: PASSWORD,
  first_name: 'Ada',
  last_name: 'Lovelace',
  organization_name: organizationName,
});

/** Registers a new organization with its owner through the API. Every test creates its own. */
export async function signUp(name = 'Test'): Promise<Owner> {
  const email = newEmail();
  const answer = await call('POST', '/api/v1/auth/register', { json: registration(email, name) });
  if (answer.status !== 201) throw new Error(`registration answered ${answer.status}: ${answer.text}`);
  return ownerOf(email, answer.json);
}

/** Signs the owner in again, for a second session of the same user. */
export async function signInAgain(owner: Pick<Owner, 'email'>): Promise<Owner> {
  const answer = await call('POST', '/api/v1/auth/login', { json: { email: owner.email, password: PASSWORD } });
  if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}: ${answer.text}`);
  return ownerOf(owner.email, answer.json);
}

/** Gives the user another role in their organization and returns them with a new token for it. */
export async function asRole(owner: Owner, role: BuiltInRole): Promise<Owner> {
  await connectControl(env.DB).update(memberships).set({ role }).where(eq(memberships.userId, owner.userId));
  return signInAgain(owner);
}

/** Creates an API key of the owner with these permissions, or with all of the owner's. */
export async function mintApiKey(
  owner: Owner,
  permissions?: readonly Permission[],
): Promise<{ id: string; secret: string }> {
  const answer = await call('POST', '/api/v1/api-keys', {
    token: owner.accessToken,
    json: { name: 'test key', ...(permissions ? { permissions } : {}) },
  });
  if (answer.status !== 201) throw new Error(`api key answered ${answer.status}: ${answer.text}`);
  return createdApiKeySchema.parse(answer.json);
}

export function ownerOf(email: string, body: unknown): Owner {
  const { user, organization, access_token, refresh_token } = signedInSchema.parse(body);
  if (access_token === undefined || refresh_token === undefined) throw new Error('no tokens in token mode');
  return {
    email,
    userId: user.id as UserId,
    organizationId: organization.id as OrganizationId,
    accessToken: access_token,
    refreshToken: refresh_token,
  };
}
