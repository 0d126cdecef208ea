import type { ReconfirmBody, TotpProposal } from '#core/contract/mfa';
import type { UserId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import { seal } from '#core/security/seal';
import { TOTP_SECRET_BYTES, toBase32, totpUri } from '#core/security/totp';
import { proposeTotp } from '#core/store/second-factors';
import type { RequestContext, SignedInContext } from '../context.ts';
import { totpPurpose } from '../identity/prove-second-factor.ts';
import { ownPerson } from './own-person.ts';
import { reconfirmAtOnce } from './reconfirm.ts';

/** Name shown in authenticator apps. */
const ISSUER = 'NeoCaptured';

/** Creates a secret for the caller's authenticator app, activated by the first code. @throws AppError `conflict` */
export async function proposeOwnTotp(context: SignedInContext, body: ReconfirmBody): Promise<TotpProposal> {
  const { person } = await ownPerson(context);
  await reconfirmAtOnce(context, person, body);
  if (person.factors.totp) throw new AppError('conflict', 'An authenticator app is already set up. Remove it first.');
  return propose(context, person.user);
}

/** Replaces an earlier proposal. @throws AppError `conflict` if one was confirmed in the meantime */
export async function propose(
  { dependencies }: RequestContext,
  user: { readonly id: UserId; readonly email: string },
): Promise<TotpProposal> {
  const { control, sealingKeys, now } = dependencies;
  const secret = toBase32(crypto.getRandomValues(new Uint8Array(TOTP_SECRET_BYTES)));
  const sealed = await seal(sealingKeys, totpPurpose(user.id), secret);
  if (!(await proposeTotp(control, user.id, sealed, now())))
    throw new AppError('conflict', 'An authenticator app is already set up. Remove it first.');
  return { secret, uri: totpUri(secret, user.email, ISSUER) };
}
