import type { BrandingView } from '#core/contract/branding';
import { sendJson } from './request.ts';

const pathOf = (organizationId: string): string => `/organizations/${encodeURIComponent(organizationId)}`;

export function readBranding(organizationId: string, signal: AbortSignal): Promise<BrandingView> {
  return sendJson(`${pathOf(organizationId)}/branding`, { signal });
}

export function changeColor(organizationId: string, color: string | null): Promise<BrandingView> {
  return sendJson(`${pathOf(organizationId)}/branding`, { method: 'PATCH', body: { color } });
}

export function putLogo(organizationId: string, picture: Blob): Promise<BrandingView> {
  return sendJson(`${pathOf(organizationId)}/logo`, { method: 'PUT', bytes: picture });
}

export function removeLogo(organizationId: string): Promise<BrandingView> {
  return sendJson(`${pathOf(organizationId)}/logo`, { method: 'DELETE' });
}
