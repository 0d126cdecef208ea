import type { ApiKeyId, OrganizationId, SessionId, UserId } from '../domain/id.ts';
import type { LiveMessage } from '../domain/live.ts';
import type { AuditAnchors } from './audit-keeper.ts';
import type { RatePolicy } from './rate-limit.ts';

export interface AllowanceBlock {
  readonly granted: number;
  readonly remaining: number;
  readonly resetAt: number;
}

/** Whose live sockets: a person's, by whatever credential they were opened, or those of one session or key. */
export type LiveHolder = UserId | SessionId | ApiKeyId;

/** What one organization's object can be asked. Callers know this and `client.ts`, never the class. */
export interface OrganizationService {
  /** A block of requests out of the organization's window. `now` is Unix milliseconds. */
  takeAllowance(policy: RatePolicy, now: number): Promise<AllowanceBlock>;
  /**
   * Sends a hint to everyone who watches and reaches the document. Losing one is harmless: clients re-read.
   * `workspaceId` undefined: not known, so only who reaches everything is told.
   */
  publish(message: LiveMessage, workspaceId: string | null | undefined): Promise<void>;
  /** Closes the sockets of these holders, or all of them: whoever still may comes back with what they reach today. */
  disconnect(holders?: readonly LiveHolder[]): Promise<void>;
  /** Gives every audit event of this database (by its binding's name) that waits for one its place in the hash chain. */
  sealAudit(organizationId: OrganizationId, shard: string): Promise<void>;
  /** What is known of the chain of that database apart from it. */
  auditAnchors(shard: string): Promise<AuditAnchors>;
  /** Deletes audit events from before `before`, one slice at most; tells how many. Times are Unix milliseconds. */
  purgeAudit(organizationId: OrganizationId, shard: string, before: number, now: number): Promise<number>;
  /** True when the object can read and write its storage. */
  ping(): Promise<boolean>;
}
