import type { OrganizationId } from '#core/domain/id';
import type { BrandingRow } from '#core/store/brandings';
import type { RequestContext } from '../context.ts';
import type { MailBrand } from '../mail/compose.ts';
import { brandingView } from './view.ts';

/** Branding of an organization's emails. The logo's host comes from the configuration, never from a request. */
export function mailBrand(
  { dependencies }: RequestContext,
  organization: { readonly organizationId: OrganizationId; readonly name: string },
  branding: BrandingRow,
): MailBrand {
  const { color, logo_url } = brandingView(organization.organizationId, branding);
  const { publicUrl } = dependencies;
  const logoUrl = logo_url === null || publicUrl === null ? null : `${publicUrl}${logo_url}`;
  return { name: organization.name, color, logoUrl };
}
