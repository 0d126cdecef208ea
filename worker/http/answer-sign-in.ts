import type { Context } from 'hono';
import type { SignedIn } from '#core/contract/identity';
import type { SignIn } from '../services/identity/issue-tokens.ts';
import type { AppEnv } from './application.ts';
import { accessCookie, setSessionCookies } from './session-cookies.ts';

export type SessionMode = 'token' | 'cookie';

/** The body of a sign-in. In cookie mode the tokens go where scripts cannot read them, and not into the body. */
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

/** How this signed-in request carries its session: what it answers with should go the same way. */
export function sessionModeOf(c: Context<AppEnv>): SessionMode {
  return c.req.header('authorization') === undefined && accessCookie(c) !== undefined ? 'cookie' : 'token';
}
