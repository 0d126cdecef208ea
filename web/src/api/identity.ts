import type {
  Identity,
  LoginBody,
  OrganizationPending,
  OrganizationView,
  RegisterBody,
  RegistrationPending,
  SignedIn,
  SignInAnswer,
} from '#core/contract/identity';
import { send, sendJson } from './request.ts';

/** A sign-in of an account without an organization. */
export type WithoutOrganization = Pick<OrganizationPending, 'join_token' | 'email'>;

type Typed<Body> = Omit<Body, 'session'>;

/** Cookie mode: tokens stay in HttpOnly cookies, inaccessible to scripts. */
const COOKIE = { session: 'cookie' } as const;

export function signIn(body: Typed<LoginBody>): Promise<SignInAnswer> {
  return sendJson('/auth/login', { method: 'POST', body: { ...body, ...COOKIE }, renew: false });
}

export function register(body: Typed<RegisterBody>): Promise<SignedIn | RegistrationPending> {
  return sendJson('/auth/register', { method: 'POST', body: { ...body, ...COOKIE }, renew: false });
}

export async function signOut(): Promise<void> {
  await send('/auth/logout', { method: 'POST', body: {} });
}

export function whoAmI(): Promise<Identity> {
  return sendJson('/auth/me');
}

export function switchOrganization(organization_id: string): Promise<SignedIn> {
  return sendJson('/auth/switch-organization', { method: 'POST', body: { organization_id } });
}

export function createOrganization(name: string): Promise<OrganizationView> {
  return sendJson('/organizations', { method: 'POST', body: { name } });
}
