import type { Context, MiddlewareHandler } from 'hono';
import type { Permission } from '#core/domain/permissions';
import { AppError } from '#core/platform/errors';
import { type RequestContext, requirePermission, type SignedInContext } from '../services/context.ts';
import { authenticate } from '../services/identity/authenticate.ts';
import type { AppEnv } from './application.ts';
import { refuseCrossSite } from './cross-site.ts';
import { accessCookie } from './session-cookies.ts';

/** What an operation asks of its caller: nothing, a valid credential, or a permission. */
export type Access = 'public' | 'authenticated' | Permission;

/** Who asks, whether they may, and whether their organization still has requests left; in that order, before the body is read. */
export function authorize(access: Access): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (access === 'public') {
      refuseCrossSite(c.req.raw, false);
      return next();
    }
    const context = c.get('context');
    const caller = await authenticate(context, readCredential(c));
    if (!caller) throw new AppError('unauthenticated', 'A valid access token or API key is needed.');
    const signedIn: SignedInContext = { ...context, caller };
    c.set('signedIn', signedIn);
    await spendAllowance(c, context, signedIn);
    if (access !== 'authenticated') requirePermission(signedIn, access);
    return next();
  };
}

/** Bearer wins over the cookie; any other scheme is no credential at all. */
function readCredential(c: Context<AppEnv>): string | null {
  const header = c.req.header('authorization');
  if (header !== undefined) {
    const [scheme, token, ...rest] = header.split(' ');
    return scheme?.toLowerCase() === 'bearer' && token && rest.length === 0 ? token : null;
  }
  const cookie = accessCookie(c);
  if (cookie === undefined) return null;
  refuseCrossSite(c.req.raw, true);
  return cookie;
}

async function spendAllowance(c: Context<AppEnv>, context: RequestContext, signedIn: SignedInContext): Promise<void> {
  const { settings, now, organization } = context.dependencies;
  const policy = { quota: settings.RATE_LIMIT_REQUESTS, windowMs: settings.RATE_LIMIT_WINDOW_SECONDS * 1000 };
  const decision = await organization(signedIn.caller.organizationId).spendAllowance(policy, now());
  c.set('allowance', decision);
  if (decision.allowed) return;
  const retryAfterSeconds = Math.max(1, Math.ceil((decision.resetAt - now()) / 1000));
  throw new AppError('rate_limited', `The organization's ${policy.quota} requests of this window are used up.`, {
    retryAfterSeconds,
  });
}
