import type { BrandingView } from '#core/contract/branding';
import type { OrganizationId } from '#core/domain/id';
import type { BrandingRow } from '#core/store/brandings';

export function brandingView(organizationId: OrganizationId, { color, logoSha256 }: BrandingRow): BrandingView {
  return { color, logo_url: logoSha256 === null ? null : `/api/v1/logos/${organizationId}/${logoSha256}` };
}
