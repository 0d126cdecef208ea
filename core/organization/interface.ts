import type { LiveMessage } from '../domain/live.ts';
import type { RatePolicy } from './rate-limit.ts';

export interface AllowanceBlock {
  readonly granted: number;
  readonly remaining: number;
  readonly resetAt: number;
}

/** What one organization's object can be asked. Callers know this and `client.ts`, never the class. */
export interface OrganizationService {
  /** A block of requests out of the organization's window. `now` is Unix milliseconds. */
  takeAllowance(policy: RatePolicy, now: number): Promise<AllowanceBlock>;
  /** Sends a hint to everyone who watches. Losing one is harmless: clients re-read. */
  publish(message: LiveMessage): Promise<void>;
  /** True when the object can read and write its storage. */
  ping(): Promise<boolean>;
}
