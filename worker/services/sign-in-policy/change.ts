import type { SignInPolicyView } from '#core/contract/mfa';
import { readMfaDemand, writeMfaDemand } from '#core/store/sign-in-policies';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { requireLiveSession } from '../identity/require-session.ts';
import { requireOwnOrganization } from '../organizations/own-organization.ts';

/**
 * Sets which members of the caller's organization need a second factor. Members without one are asked to set it up at
 * their next sign-in, refresh or switch. @throws AppError `not_found`
 */
export async function changeSignInPolicy(
  context: SignedInContext,
  id: string,
  to: SignInPolicyView,
): Promise<SignInPolicyView> {
  requirePermission(context, 'organization.update');
  requireOwnOrganization(context, id);
  await requireLiveSession(context);
  const { control } = context.dependencies;
  const { organizationId } = context.caller;
  const before = await readMfaDemand(control, organizationId);
  if (before === to.mfa_required) return to;
  const event = auditOf(
    context,
    'organization.sign_in_policy_changed',
    { kind: 'organization', id: organizationId },
    { mfa_required: before },
    { mfa_required: to.mfa_required },
  );
  await writeMfaDemand(control, organizationId, to.mfa_required, event);
  return to;
}
