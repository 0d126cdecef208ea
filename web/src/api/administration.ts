import type {
  AdministratedJob,
  AdministratedJobQuery,
  AdministratedOrganization,
  AdministratedUser,
  AdministrateOrganizationBody,
  AdministrateUserBody,
  ImpersonateBody,
  ServerHealth,
  ServerSettings,
} from '#core/contract/administration';
import type { SecurityEventView } from '#core/contract/security-events';
import type { SecurityEventKind } from '#core/domain/security-events';
import { type Page, pageQuery } from './page.ts';
import { send, sendJson } from './request.ts';

export function listUsers(q: string, cursor: string | null, signal: AbortSignal): Promise<Page<AdministratedUser>> {
  return sendJson(`/admin/users${pageQuery(cursor, 50, { q })}`, { signal });
}

export function updateUser(id: string, body: AdministrateUserBody): Promise<AdministratedUser> {
  return sendJson(`/admin/users/${encodeURIComponent(id)}`, { method: 'PATCH', body });
}

/** Removes a user's authenticator app, passkeys and recovery codes, and ends their sessions. */
export async function resetSecondFactors(id: string): Promise<void> {
  await send(`/admin/users/${encodeURIComponent(id)}/reset-mfa`, { method: 'POST' });
}

/** Switches the browser's session to the user, until it is stopped or expires. */
export async function impersonate(id: string, body: ImpersonateBody): Promise<void> {
  await send(`/admin/users/${encodeURIComponent(id)}/impersonate`, { method: 'POST', body });
}

export async function stopImpersonation(): Promise<void> {
  await send('/auth/impersonation/stop', { method: 'POST' });
}

export function listOrganizationsOfServer(
  q: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<AdministratedOrganization>> {
  return sendJson(`/admin/organizations${pageQuery(cursor, 50, { q })}`, { signal });
}

export function updateOrganizationOfServer(
  id: string,
  body: AdministrateOrganizationBody,
): Promise<AdministratedOrganization> {
  return sendJson(`/admin/organizations/${encodeURIComponent(id)}`, { method: 'PATCH', body });
}

export function listTroubledJobs(
  kind: AdministratedJobQuery['kind'],
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<AdministratedJob>> {
  return sendJson(`/admin/jobs${pageQuery(cursor, 50, { kind })}`, { signal });
}

/** Refused requests of anonymous callers, counted per kind, network and hour. */
export function listSecurityEvents(
  kind: SecurityEventKind | '',
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<SecurityEventView>> {
  return sendJson(`/admin/security-events${pageQuery(cursor, 50, { kind })}`, { signal });
}

export function readServerHealth(signal: AbortSignal): Promise<ServerHealth> {
  return sendJson('/admin/health', { signal });
}

export function readServerSettings(signal: AbortSignal): Promise<ServerSettings> {
  return sendJson('/admin/settings', { signal });
}
