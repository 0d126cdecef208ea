import type { SignInPolicyView } from '#core/contract/mfa';
import { readMfaDemand } from '#core/store/sign-in-policies';
import { requirePermission, type SignedInContext } from '../context.ts';
import { requireOwnOrganization } from '../organizations/own-organization.ts';

/** Returns the sign-in rules of the caller's organization. @throws AppError `not_found` */
export async function readSignInPolicyOf(context: SignedInContext, id: string): Promise<SignInPolicyView> {
  requirePermission(context, 'organization.read');
  requireOwnOrganization(context, id);
  return { mfa_required: await readMfaDemand(context.dependencies.control, context.caller.organizationId) };
}
