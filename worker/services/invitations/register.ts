import type { RegisterByInvitationBody } from '#core/contract/invitations';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { sha256Hex } from '#core/security/digest';
import { hashPassword } from '#core/security/password';
import { registerByInvitation } from '#core/store/accept-invitation';
import { findActivePerson, findTaken } from '#core/store/identity';
import { findInvitationByToken } from '#core/store/invitations';
import type { RequestContext } from '../context.ts';
import { checkNewPassword } from '../identity/check-password.ts';
import { hashInTurn } from '../identity/hash-in-turn.ts';
import { newRefreshToken, type SignIn, signIn } from '../identity/issue-tokens.ts';
import { personEvent } from '../identity/person-event.ts';
import { linkInvalid } from '../mail/link.ts';

/**
 * A new person joins by an invitation and is signed in. The address is the invitation's, never the body's.
 * @throws AppError `link_invalid`, `validation_failed`, `conflict` when the address has an account: sign in and accept
 */
export async function registerWithInvitation(context: RequestContext, body: RegisterByInvitationBody): Promise<SignIn> {
  const { control, settings, now } = context.dependencies;
  checkNewPassword(context, body.password);
  const tokenHash = await sha256Hex(body.token);
  const invitation = await findInvitationByToken(control, tokenHash, now());
  if (!invitation) throw linkInvalid();
  if (invitation.userId !== null) throw hasAccount();
  const passwordHash = await hashInTurn(context, () => hashPassword(body.password));
  const at = now();
  const { organizationId, role, workspaces, email, emailNormalized } = invitation;
  const userId = newId('user', at);
  const refreshToken = newRefreshToken();
  const session = {
    id: newId('session', at),
    userId,
    organizationId,
    refreshHash: await sha256Hex(refreshToken),
    ip: context.ip,
    userAgent: context.userAgent,
    now: at,
    expiresAt: at + settings.REFRESH_TOKEN_SECONDS * 1000,
  };
  const event = personEvent(context, userId, {
    action: 'invitation.accepted',
    targetKind: 'invitation',
    targetId: invitation.id,
    outcome: 'success',
    changes: { user_id: [null, userId], role: [null, role] },
  });
  const newPerson = { email, emailNormalized, passwordHash, firstName: body.first_name, lastName: body.last_name };
  try {
    const acceptance = { tokenHash, organizationId, userId, role, workspaces };
    if (!(await registerByInvitation(control, acceptance, newPerson, session, event))) throw linkInvalid();
  } catch (error) {
    if (error instanceof AppError) throw error;
    // A unique rule may have refused it: the table says so, the error's text does not have to.
    throw (await findTaken(control, emailNormalized, '')).email ? hasAccount() : error;
  }
  const person = await findActivePerson(control, userId);
  const [membership] = person?.memberships ?? [];
  if (!person || !membership) throw new Error('an invitation was accepted but the account cannot be read');
  return signIn(context, person, membership, session.id, refreshToken);
}

const hasAccount = (): AppError =>
  new AppError('conflict', 'There is an account with this address. Sign in with it, then accept the invitation.');
