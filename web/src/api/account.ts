import type { SessionView, UpdateProfileBody } from '#core/contract/account';
import type { DevelopmentMailView } from '#core/contract/development-mails';
import type { MfaPending, SignedIn, SignInAnswer, UserView } from '#core/contract/identity';
import type { InvitationPreview } from '#core/contract/invitations';
import { type Page, pageQuery } from './page.ts';
import { send, sendJson } from './request.ts';

const open = { method: 'POST', renew: false } as const;

export async function forgotPassword(email: string): Promise<void> {
  await send('/auth/forgot-password', { ...open, body: { email } });
}

export async function resetPassword(token: string, password: string): Promise<void> {
  await send('/auth/reset-password', { ...open, body: { token, password } });
}

/** @param password of the account; not needed with a session of that account */
export async function verifyEmail(token: string, password?: string): Promise<void> {
  await send('/auth/verify-email', { ...open, body: { token, password } });
}

export async function resendVerification(): Promise<void> {
  await send('/auth/verify-email/resend', { method: 'POST' });
}

export async function changePassword(current_password: string, new_password: string): Promise<void> {
  await send('/auth/change-password', { method: 'POST', body: { current_password, new_password } });
}

export function updateProfile(body: UpdateProfileBody): Promise<UserView> {
  return sendJson('/auth/me', { method: 'PATCH', body });
}

export function listSessions(cursor: string | null, signal: AbortSignal): Promise<Page<SessionView>> {
  return sendJson(`/auth/sessions${pageQuery(cursor, 50)}`, { signal });
}

export async function revokeSession(id: string): Promise<void> {
  await send(`/auth/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

export function previewInvitation(token: string, signal: AbortSignal): Promise<InvitationPreview> {
  return sendJson('/auth/invitation', { ...open, body: { token }, signal });
}

export function registerByInvitation(body: {
  readonly token: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly password: string;
}): Promise<SignedIn | MfaPending> {
  return sendJson('/auth/invitation/register', { ...open, body: { ...body, session: 'cookie' } });
}

/** Completes a sign-in without an organization by accepting an invitation. */
export function joinByInvitation(token: string, join_token: string): Promise<SignInAnswer> {
  return sendJson('/auth/invitation/join', { ...open, body: { token, join_token, session: 'cookie' } });
}

/** Joins with the current account and switches to the organization. */
export async function acceptInvitation(token: string): Promise<SignedIn> {
  const { id } = await sendJson<{ readonly id: string }>('/auth/invitation/accept', {
    method: 'POST',
    body: { token },
  });
  return sendJson('/auth/switch-organization', { method: 'POST', body: { organization_id: id } });
}

export function listOutbox(cursor: string | null, signal: AbortSignal): Promise<Page<DevelopmentMailView>> {
  return sendJson(`/dev/outbox${pageQuery(cursor, 50)}`, { renew: false, signal });
}
