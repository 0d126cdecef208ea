import type { ControlDatabase, TenantDatabase } from '#core/db/connect';
import type { OrganizationId, SessionId, UserId } from '#core/domain/id';
import type { Permission } from '#core/domain/permissions';
import type { PlanLimits } from '#core/domain/plans';
import { holdsSomewhere, type Reach } from '#core/domain/reach';
import type { EngineService } from '#core/jobs/engine-service';
import type { JobMessage } from '#core/jobs/message';
import type { WakeMessage } from '#core/jobs/wake-message';
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

/** Dependencies of the services, created once per request by `worker/dependencies.ts`. */
export interface Dependencies {
  readonly settings: Settings;
  readonly environment: Deployment;
  /** Origin of links in emails, without a trailing slash; null if not configured. */
  readonly publicUrl: string | null;
  /** Normalized email addresses whose owners become system administrators once verified. */
  readonly firstAdministrators: readonly string[];
  /** Names of the deployment's secrets, never their values. */
  readonly secretNames: readonly string[];
  readonly mail: MailSender;
  readonly control: ControlDatabase;
  tenant(shard: string): TenantDatabase;
  readonly files: R2Bucket;
  readonly jobs: { send(message: JobMessage): Promise<void> };
  /** Has due webhook deliveries sent, after a delay in seconds. */
  wakeWebhooks(message: WakeMessage, delaySeconds?: number): Promise<void>;
  /** Has open exports made. */
  wakeExports(message: WakeMessage): Promise<void>;
  /** Seconds between the attempts of a webhook delivery. */
  readonly webhookRetries: readonly number[];
  organization(id: OrganizationId): OrganizationClient;
  readonly engine: EngineService;
  readonly signingKeys: SigningKeys;
  readonly identityProviders: readonly IdentityProvider[];
  readonly planLimits: PlanLimits;
  readonly sealingKeys: KeyList;
  readonly signInPolicy: SignInPolicy;
  /** Performs outbound requests. For `outbound-fetch.ts` only, which applies the guard. */
  fetch(address: string, init: RequestInit): Promise<Response>;
  /** Unix milliseconds. */
  now(): number;
  /** Lets running work continue after the response. */
  defer(work: Promise<unknown>): void;
  /** Starts work after the response was sent, for work that must not affect response time. */
  afterAnswer(work: () => Promise<unknown>): void;
  readonly log: Logger;
}

/** The caller, as authenticated by the token or key. */
export interface Caller {
  readonly kind: 'user' | 'api_key';
  /** Id of the user or the key. */
  readonly id: string;
  /** The user, or the key's creator. */
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
  readonly shard: string;
  /** Organization-wide permissions. For a document or workspace use `core/domain/reach.ts`. */
  readonly permissions: ReadonlySet<Permission>;
  /** Access to workspaces and documents. */
  readonly reach: Reach;
  /** Set for user sessions. */
  readonly sessionId?: SessionId;
  /** Set for API keys: further restrictions on keys it may create or change. */
  readonly keyBounds?: { readonly networks: readonly Network[] | null; readonly expiresAt: number | null };
  /** The impersonating system administrator. */
  readonly impersonatorId?: UserId;
}

export interface RequestContext {
  readonly dependencies: Dependencies;
  readonly requestId: string;
  readonly ip: string | null;
  /** Host and port sent by the client, which can choose them freely. Only use them to refuse requests. */
  readonly host: string | null;
  readonly userAgent: string | null;
}

export interface SignedInContext extends RequestContext {
  readonly caller: Caller;
  /** Set where the request carries an `Idempotency-Key`; see `withAnswer` in repeat-safely.ts. */
  readonly turn?: Turn;
}

/**
 * Must be the first line of every service that accesses tenant data. @throws AppError `forbidden`, naming the
 * permission
 */
export function requirePermission(context: SignedInContext, permission: Permission): void {
  if (!context.caller.permissions.has(permission)) throw lacks(permission);
}

/**
 * For objects in workspaces: the permission may come from a workspace role or a grant on an object. Whether it applies
 * to a given object is decided after loading it. @throws AppError `forbidden`, naming the permission
 */
export function requireSomewhere({ caller, dependencies }: SignedInContext, permission: Permission): void {
  if (!holdsSomewhere(caller, permission, dependencies.now())) throw lacks(permission);
}

export const lacks = (permission: Permission): AppError =>
  new AppError('forbidden', `The permission ${permission} is required.`);

/** Returns the tenant database of the caller's organization. */
export function tenantOf(context: SignedInContext): TenantDatabase {
  return context.dependencies.tenant(context.caller.shard);
}
