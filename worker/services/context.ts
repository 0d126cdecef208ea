import type { ControlDatabase, TenantDatabase } from '#core/db/connect';
import type { OrganizationId, SessionId, UserId } from '#core/domain/id';
import type { Permission } from '#core/domain/permissions';
import type { PlanLimits } from '#core/domain/plans';
import { holdsSomewhere, type Reach } from '#core/domain/reach';
import type { EngineService } from '#core/jobs/engine-service';
import type { JobMessage } from '#core/jobs/message';
import type { OrganizationClient } from '#core/organization/client';
import type { Deployment } from '#core/platform/deployment';
import { AppError } from '#core/platform/errors';
import type { IdentityProvider } from '#core/platform/identity-providers';
import type { Logger } from '#core/platform/log';
import type { Settings } from '#core/platform/settings';
import type { SignInPolicy } from '#core/platform/sign-in-policy';
import type { SigningKeys } from '#core/security/access-token';
import type { KeyList } from '#core/security/key-list';
import type { Network } from '#core/security/networks';
import type { MailSender } from './mail/sender.ts';
import type { Turn } from './turn.ts';

/** What services need of the platform, built once per request by `worker/dependencies.ts`. */
export interface Dependencies {
  readonly settings: Settings;
  readonly environment: Deployment;
  /** Begin of the links in mails, without a trailing slash; null when the deployment does not name one. */
  readonly publicUrl: string | null;
  /** Normalized addresses whose holders become system administrators once they are confirmed. */
  readonly firstAdministrators: readonly string[];
  /** Names of secrets the deployment has; never their values. */
  readonly secretNames: readonly string[];
  readonly mail: MailSender;
  readonly control: ControlDatabase;
  tenant(shard: string): TenantDatabase;
  readonly files: R2Bucket;
  readonly jobs: { send(message: JobMessage): Promise<void> };
  organization(id: OrganizationId): OrganizationClient;
  readonly engine: EngineService;
  readonly signingKeys: SigningKeys;
  readonly identityProviders: readonly IdentityProvider[];
  readonly planLimits: PlanLimits;
  readonly sealingKeys: KeyList;
  readonly signInPolicy: SignInPolicy;
  /** Asks the outside world. For `outbound-fetch.ts` only: no configured address goes here unguarded. */
  fetch(address: string, init: RequestInit): Promise<Response>;
  /** Unix milliseconds. */
  now(): number;
  /** Lets work that has begun go on after the answer. */
  defer(work: Promise<unknown>): void;
  /** Begins work once the answer was sent: for what must not show in the time of the answer. */
  afterAnswer(work: () => Promise<unknown>): void;
  readonly log: Logger;
}

/** Who asks, as established by the token or the key. */
export interface Caller {
  readonly kind: 'user' | 'api_key';
  /** The user's id, or the key's. */
  readonly id: string;
  /** The person behind it: the user, or the key's creator. */
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
  readonly shard: string;
  /** What holds in the whole organization; on one document or workspace ask `core/domain/reach.ts`. */
  readonly permissions: ReadonlySet<Permission>;
  /** Which workspaces and documents the caller reaches. */
  readonly reach: Reach;
  /** Set when a person's session asks. */
  readonly sessionId?: SessionId;
  /** Set when an API key asks: what else of it bounds the keys it may make or change. */
  readonly keyBounds?: { readonly networks: readonly Network[] | null; readonly expiresAt: number | null };
  /** The system administrator who works as this person. */
  readonly impersonatorId?: UserId;
}

export interface RequestContext {
  readonly dependencies: Dependencies;
  readonly requestId: string;
  readonly ip: string | null;
  /** What the client named as the server, with its port. It chooses this freely: only for refusing. */
  readonly host: string | null;
  readonly userAgent: string | null;
}

export interface SignedInContext extends RequestContext {
  readonly caller: Caller;
  /** Set where the request carries an `Idempotency-Key`; see `withAnswer` in repeat-safely.ts. */
  readonly turn?: Turn;
}

/** First line of every service that touches tenant data. @throws AppError `forbidden`, naming the permission. */
export function requirePermission(context: SignedInContext, permission: Permission): void {
  if (!context.caller.permissions.has(permission)) throw lacks(permission);
}

/**
 * For what lies in workspaces: the permission may come from a role in one of them, or be granted on one object. Whether
 * it holds on the object at hand is decided when that was loaded. @throws AppError `forbidden`, naming the permission.
 */
export function requireSomewhere({ caller, dependencies }: SignedInContext, permission: Permission): void {
  if (!holdsSomewhere(caller, permission, dependencies.now())) throw lacks(permission);
}

export const lacks = (permission: Permission): AppError =>
  new AppError('forbidden', `The permission ${permission} is required.`);

/** The tenant database of the caller's organization. */
export function tenantOf(context: SignedInContext): TenantDatabase {
  return context.dependencies.tenant(context.caller.shard);
}
