import type { OrganizationId } from '#core/domain/id';
import type { BrandingRow } from '#core/store/brandings';
import type { RequestContext } from '../context.ts';
import type { MailBrand } from '../mail/compose.ts';
import { brandingView } from './view.ts';

/** How an organization shows itself in a mail. The picture's host is the deployment's own, never a request's. */
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
