import type { UserId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import type { IdentityProvider } from '#core/platform/identity-providers';
import { sha256Hex } from '#core/security/digest';
import { unseal } from '#core/security/seal';
import type { Credential } from '#core/store/credential-holds';
import { findActivePerson } from '#core/store/identity';
import { findLinkedIdentity, linkIdentity, touchLinkedIdentity } from '#core/store/linked-identities';
import { isSessionLive } from '#core/store/sessions';
import { type Challenge, takeChallenge } from '#core/store/sign-in-challenges';
import type { RequestContext } from '../context.ts';
import { completeSignIn, type SignInOutcome } from '../identity/complete-sign-in.ts';
import { personAudit } from '../identity/person-event.ts';
import { mailAccountChange } from '../mail/mail-account-change.ts';
import { recordPersonRefusal } from '../record-refusal.ts';
import { callbackAddress, PROVIDER_ROUND, requireProvider } from './begin.ts';
import { githubProfile } from './github.ts';
import { oidcProfile } from './oidc.ts';
import { personOfProfile } from './person-of-profile.ts';
import type { ProviderProfile, ProviderRound } from './profile.ts';
import { refused } from './refused.ts';

/** Outcome of a visit to a provider, and the path to continue at. */
export type ProviderOutcome =
  | { readonly kind: 'admission'; readonly admission: SignInOutcome; readonly returnTo: string }
  | { readonly kind: 'linked'; readonly returnTo: string };

/**
 * Handles a provider's response at the callback. It must answer a pending, unused request of this deployment, from the
 * same browser and the same provider.
 * @throws AppError `provider_refused` for any mismatch, `conflict`, `registration_closed`, and what `completeSignIn`
 * throws
 */
export async function finishAtProvider(
  context: RequestContext,
  providerId: string,
  parameters: URLSearchParams,
  browserSecret: string | undefined,
): Promise<ProviderOutcome> {
  const provider = requireProvider(context, providerId);
  const state = parameters.get('state') ?? '';
  const { control, now } = context.dependencies;
  const challenge = await takeChallenge(control, await sha256Hex(state), 'provider', now());
  if (!challenge) throw refused(context, provider.id, 'unknown or spent state');
  const visit = async () => {
    const round = await openRound(context, provider, challenge, browserSecret);
    return { round, profile: await readProfile(context, provider, round, parameters, state) };
  };
  const { userId } = challenge;
  if (userId !== null) {
    const link = async (): Promise<ProviderOutcome> => {
      const { round, profile } = await visit();
      const session = () => requireLinkingSession(context, provider, round, userId);
      await linkToPerson(context, provider, profile, userId, session);
      return { kind: 'linked', returnTo: round.returnTo };
    };
    return link().catch((error: unknown) => tellRefusedLink(context, provider, userId, error));
  }
  const { round, profile } = await visit();
  const person = await personOfProfile(context, provider, profile);
  const admission = await completeSignIn(context, person, {
    method: `provider:${provider.id}`,
    isTwoFactor: false,
    spending: [touchLinkedIdentity(control, profile, now())],
    refunds: null,
    forgets: [],
  });
  return { kind: 'admission', admission, returnTo: round.returnTo };
}

/** Loads the pending request this responds to. */
async function openRound(
  context: RequestContext,
  provider: IdentityProvider,
  { sealedData }: Challenge,
  browserSecret: string | undefined,
): Promise<ProviderRound> {
  if (sealedData === null) throw refused(context, provider.id, 'unknown or spent state');
  const round: ProviderRound = JSON.parse(await unseal(context.dependencies.sealingKeys, PROVIDER_ROUND, sealedData));
  if (round.providerId !== provider.id) throw refused(context, provider.id, 'begun at another provider');
  if (browserSecret === undefined || (await sha256Hex(browserSecret)) !== round.browser)
    throw refused(context, provider.id, 'begun in another browser');
  return round;
}

/** Linking requires that the session that started it is still live. @throws AppError `provider_refused` */
async function requireLinkingSession(
  context: RequestContext,
  provider: IdentityProvider,
  { sessionId }: ProviderRound,
  userId: UserId,
): Promise<Credential> {
  const { control, now } = context.dependencies;
  if (sessionId === null || !(await isSessionLive(control, userId, sessionId, now())))
    throw refused(context, provider.id, 'the session that began linking has ended');
  return { kind: 'session', id: sessionId, userId };
}

/** Records a failed linking in the audit log of the user who started it. @throws the given error */
async function tellRefusedLink(
  context: RequestContext,
  provider: IdentityProvider,
  userId: UserId,
  error: unknown,
): Promise<never> {
  const person = error instanceof AppError && (await findActivePerson(context.dependencies.control, userId));
  if (person) recordPersonRefusal(context, person, 'identity.refused', { provider: provider.id, reason: error.code });
  throw error;
}

async function readProfile(
  context: RequestContext,
  provider: IdentityProvider,
  round: ProviderRound,
  parameters: URLSearchParams,
  state: string,
): Promise<ProviderProfile> {
  const answer = { parameters, state, redirectUri: callbackAddress(context, provider.id) };
  try {
    return provider.kind === 'github'
      ? await githubProfile(context, provider, round, answer)
      : await oidcProfile(context, provider, round, answer);
  } catch (error) {
    // Whatever the library or the provider rejected, the user can only start again.
    throw refused(context, provider.id, error);
  }
}

async function linkToPerson(
  context: RequestContext,
  provider: IdentityProvider,
  profile: ProviderProfile,
  userId: UserId,
  requireSession: () => Promise<Credential>,
): Promise<void> {
  const { control, now } = context.dependencies;
  const credential = await requireSession();
  const person = await findActivePerson(control, userId);
  if (!person) throw refused(context, provider.id, 'the person is gone');
  const known = await findLinkedIdentity(control, profile);
  if (known?.userId === userId) return;
  const { issuer, subject, email } = profile;
  const audit = personAudit(context, person, 'identity.linked', 'success', {
    provider: provider.id,
    email,
  });
  const link = { issuer, subject, email, userId, providerId: provider.id };
  if (!(await linkIdentity(control, link, now(), audit, credential))) {
    await requireSession();
    throw new AppError('conflict', 'This account is already linked to another user.');
  }
  mailAccountChange(context, person.user, 'provider_linked');
}
