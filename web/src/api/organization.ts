import type { OrganizationView } from '#core/contract/identity';
import type { UpdateOrganizationBody } from '#core/contract/organizations';
import { send, sendJson } from './request.ts';

const of = (id: string): string => `/organizations/${encodeURIComponent(id)}`;

export function updateOrganization(id: string, body: UpdateOrganizationBody): Promise<OrganizationView> {
  return sendJson(of(id), { method: 'PATCH', body });
}

export async function transferOwnership(id: string, memberId: string): Promise<void> {
  await send(`${of(id)}/transfer`, { method: 'POST', body: { member_id: memberId } });
}

export async function leaveOrganization(id: string): Promise<void> {
  await send(`${of(id)}/leave`, { method: 'POST' });
}

export function deleteOrganization(id: string): Promise<OrganizationView> {
  return sendJson(of(id), { method: 'DELETE' });
}

export function restoreOrganization(id: string): Promise<OrganizationView> {
  return sendJson(`${of(id)}/restore`, { method: 'POST' });
}
