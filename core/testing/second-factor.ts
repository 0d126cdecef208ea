import { env } from 'cloudflare:workers';
import { mfaPendingSchema, signedInSchema } from '../contract/identity.ts';
import { recoveryCodesSchema, totpProposalSchema } from '../contract/mfa.ts';
import { fromBase32, totpCode, totpStep } from '../security/totp.ts';
import { call } from './call.ts';
import { type Owner, ownerOf, PASSWORD } from './sign-up.ts';

export interface Authenticator {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  /** Returns the current code, or the one `steps` half-minutes later. */
  code(steps?: number): Promise<string>;
}

export const codeOf = (secret: string, steps = 0): Promise<string> =>
  totpCode(fromBase32(secret), totpStep(Date.now()) + steps);

/**
 * Sets up an authenticator app for this user through the API with the current code. That code is marked as unused
 * afterwards: using an older one would be flaky, because a test can cross into the next step.
 */
export async function addAuthenticator(owner: Pick<Owner, 'accessToken' | 'userId'>): Promise<Authenticator> {
  const token = owner.accessToken;
  const proposed = await call('POST', '/api/v1/auth/mfa/totp', { token, json: { current_password: PASSWORD } });
  if (proposed.status !== 200) throw new Error(`set-up answered ${proposed.status}: ${proposed.text}`);
  const { secret } = totpProposalSchema.parse(proposed.json);
  const code = await codeOf(secret);
  const confirmed = await call('POST', '/api/v1/auth/mfa/totp/confirm', { token, json: { code } });
  if (confirmed.status !== 200) throw new Error(`confirmation answered ${confirmed.status}: ${confirmed.text}`);
  const { recovery_codes: recoveryCodes } = recoveryCodesSchema.parse(confirmed.json);
  await env.DB.prepare('UPDATE totp_authenticators SET last_step = NULL WHERE user_id = ?').bind(owner.userId).run();
  return { secret, recoveryCodes, code: (steps = 0) => codeOf(secret, steps) };
}

/** Performs the first step of a sign-in that requires a second one. */
export async function firstStep(owner: Pick<Owner, 'email'>): Promise<string> {
  const answer = await call('POST', '/api/v1/auth/login', { json: { email: owner.email, password: PASSWORD } });
  return mfaPendingSchema.parse(answer.json).mfa_token;
}

/** Performs both steps. */
export async function signInWithCode(owner: Pick<Owner, 'email'>, code: string): Promise<Owner> {
  const answer = await call('POST', '/api/v1/auth/mfa/verify', { json: { mfa_token: await firstStep(owner), code } });
  signedInSchema.parse(answer.json);
  return ownerOf(owner.email, answer.json);
}
