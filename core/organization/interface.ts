import type { ApiKeyId, OrganizationId, SessionId, UserId } from '../domain/id.ts';
import type { LiveMessage } from '../domain/live.ts';
import type { AuditAnchors } from './audit-keeper.ts';
import type { RatePolicy } from './rate-limit.ts';

export interface AllowanceBlock {
  readonly granted: number;
  readonly remaining: number;
  readonly resetAt: number;
}

/** Identifies live sockets: all of a user's, or those of one session or API key. */
export type LiveHolder = UserId | SessionId | ApiKeyId;

/** Interface of an organization's Durable Object. Callers use this and `client.ts`, never the class. */
export interface OrganizationService {
  /** Takes a block of requests from the organization's window. `now` is Unix milliseconds. */
  takeAllowance(policy: RatePolicy, now: number): Promise<AllowanceBlock>;
  /**
   * Sends a hint to all watchers with access to the document. Losing one is harmless because clients reload. If
   * `workspaceId` is undefined (unknown), only watchers with access to everything receive it.
   */
  publish(message: LiveMessage, workspaceId: string | null | undefined): Promise<void>;
  /** Closes the sockets of these holders, or all sockets. Clients reconnect and get their current access. */
  disconnect(holders?: readonly LiveHolder[]): Promise<void>;
  /** Assigns a position in the hash chain to every unsealed audit event of this database (named by its binding). */
  sealAudit(organizationId: OrganizationId, shard: string): Promise<void>;
  /** Returns the chain's anchors, which are stored outside that database. */
  auditAnchors(shard: string): Promise<AuditAnchors>;
  /**
   * Deletes audit events older than `before`, at most one batch, and returns their number. Times are Unix milliseconds.
   */
  purgeAudit(organizationId: OrganizationId, shard: string, before: number, now: number): Promise<number>;
  /** Returns true if the Durable Object can read and write its storage. */
  ping(): Promise<boolean>;
}
