import type { Context } from 'hono';
import type { SignedIn, SignInAnswer } from '#core/contract/identity';
import type { SignInOutcome } from '../services/identity/complete-sign-in.ts';
import type { SignIn } from '../services/identity/issue-tokens.ts';
import type { AppEnv } from './application.ts';
import { accessCookie, setSessionCookies } from './session-cookies.ts';

export type SessionMode = 'token' | 'cookie';

/** Returns the body of a sign-in. In cookie mode the tokens are set as HttpOnly cookies and omitted from the body. */
export function answerSignIn(c: Context<AppEnv>, mode: SessionMode, signIn: SignIn): SignedIn {
  const { identity, accessToken, accessSeconds, refreshToken } = signIn;
  if (mode === 'cookie') {
    setSessionCookies(c, signIn);
    return { ...identity, expires_in: accessSeconds };
  }
  return {
    ...identity,
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: accessSeconds,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
  };
}

/** Returns the body of a sign-in that may need another step. Tokens are set only if it does not. */
export function answerSignInOutcome(c: Context<AppEnv>, mode: SessionMode, admission: SignInOutcome): SignInAnswer {
  if (admission.kind === 'signed_in') return answerSignIn(c, mode, admission.signIn);
  const { MFA_TOKEN_SECONDS: expires_in } = c.get('context').dependencies.settings;
  if (admission.kind === 'no_organization')
    return { organization_required: true, join_token: admission.token, email: admission.email, expires_in };
  return {
    mfa_required: true,
    mfa_token: admission.token,
    setup_required: admission.kind === 'set_up',
    methods: admission.kind === 'set_up' ? [] : [...admission.methods],
    expires_in,
  };
}

/** Returns how this request carries its session, so that new tokens are returned the same way. */
export function sessionModeOf(c: Context<AppEnv>): SessionMode {
  return c.req.header('authorization') === undefined && accessCookie(c) !== undefined ? 'cookie' : 'token';
}
