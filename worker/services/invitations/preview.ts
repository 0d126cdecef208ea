import type { InvitationPreview } from '#core/contract/invitations';
import { sha256Hex } from '#core/security/digest';
import { readBranding } from '#core/store/brandings';
import { findInvitationByToken } from '#core/store/invitations';
import { brandingView } from '../branding/view.ts';
import type { RequestContext } from '../context.ts';
import { findByLink } from '../identity/throttle.ts';
import { linkInvalid } from '../mail/link.ts';

/**
 * Returns what an invitation link is for. Its holder has access to the invited mailbox. @throws AppError `link_invalid`
 */
export async function previewInvitation(context: RequestContext, token: string): Promise<InvitationPreview> {
  const { dependencies } = context;
  const hash = await sha256Hex(token);
  const found = await findByLink(context, () => findInvitationByToken(dependencies.control, hash, dependencies.now()));
  if (!found) throw linkInvalid(context);
  return {
    organization_name: found.organizationName,
    email: found.email,
    role_name: found.customRoleName ?? found.role,
    has_account: found.userId !== null,
    expires_at: new Date(found.expiresAt).toISOString(),
    branding: brandingView(found.organizationId, await readBranding(dependencies.control, found.organizationId)),
  };
}
