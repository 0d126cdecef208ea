import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Permission } from '#core/domain/permissions';
import { AppError } from '#core/platform/errors';
import { refuseWhileImpersonating } from '../services/administration/refuse-while-impersonating.ts';
import { requireAdministrator } from '../services/administration/require-administrator.ts';
import {
  type Caller,
  type RequestContext,
  requirePermission,
  requireSomewhere,
  type SignedInContext,
} from '../services/context.ts';
import { authenticate } from '../services/identity/authenticate.ts';
import { recordRefusal } from '../services/record-refusal.ts';
import type { AppEnv } from './application.ts';
import { refuseCrossSite } from './cross-site.ts';
import { accessCookie } from './session-cookies.ts';

/** What an operation requires from its caller: nothing, a valid credential, or a permission. */
export type Access = 'public' | 'authenticated' | 'system_administrator' | Permission;

export interface OperationAccess {
  /** `x-permission` in the contract. */
  readonly permission: Access;
  /**
   * `x-tenant`: the scope of the data. With `workspace`, the permission may also come from a workspace role or a grant.
   * Keys restricted to a workspace are refused on organization-wide operations.
   */
  readonly tenant: 'organization' | 'workspace' | 'user' | 'public' | 'system';
}

/**
 * Authenticates the caller, applies the organization's rate limit and checks the permission, in this order, before the
 * body is read.
 */
export function authorize(
  { permission: access, tenant }: OperationAccess,
  operationId: string | undefined,
): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const context = c.get('context');
    if (access === 'public') {
      refuseCrossSite(context, c.req.raw, false);
      return next();
    }
    const caller = await authenticate(context, readCredential(c));
    if (!caller) throw new AppError('unauthenticated', 'A valid access token or API key is required.');
    const signedIn: SignedInContext = { ...context, caller };
    c.set('signedIn', signedIn);
    await spendAllowance(c, context, signedIn);
    try {
      refuseWhileImpersonating(caller, c.req.method, access, operationId);
      if (access === 'system_administrator') c.set('administrator', await requireAdministrator(signedIn));
      else requireAccess(signedIn, access, tenant);
    } catch (error) {
      if (error instanceof AppError) recordForbidden(c, signedIn, error);
      throw error;
    }
    await next();
    if (c.error instanceof AppError) recordForbidden(c, signedIn, c.error);
  };
}

function requireAccess(
  context: SignedInContext,
  access: Exclude<Access, 'system_administrator'>,
  tenant: OperationAccess['tenant'],
): void {
  if (context.caller.reach.boundTo !== null && tenant === 'organization')
    throw new AppError('forbidden', 'This API key is restricted to one workspace and cannot act on the organization.');
  if (access === 'public' || access === 'authenticated') return;
  if (tenant === 'workspace') requireSomewhere(context, access);
  else requirePermission(context, access);
}

/** Records every refusal of an authenticated caller in the audit log. */
function recordForbidden(c: Context<AppEnv>, context: SignedInContext, error: AppError): void {
  if (error.code !== 'forbidden') return;
  recordRefusal(context, 'access.refused', 'operation', `${c.req.method} ${routePath(c)}`, error.detail);
}

/** Returns the caller of a public operation, if signed in. */
export async function callerIfAny(c: Context<AppEnv>): Promise<Caller | null> {
  return authenticate(c.get('context'), readCredential(c));
}

/** A bearer token takes precedence over the cookie; other schemes are ignored. */
function readCredential(c: Context<AppEnv>): string | null {
  const header = c.req.header('authorization');
  if (header !== undefined) {
    const [scheme, token, ...rest] = header.split(' ');
    return scheme?.toLowerCase() === 'bearer' && token && rest.length === 0 ? token : null;
  }
  const cookie = accessCookie(c);
  if (cookie === undefined) return null;
  refuseCrossSite(c.get('context'), c.req.raw, true);
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
