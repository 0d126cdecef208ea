import type { JobMessage } from '#core/jobs/message';
import type { WakeMessage } from '#core/jobs/wake-message';
import type { OrganizationNamespace } from '#core/organization/client';

/** The consumer Worker's bindings as named in queue-consumer/wrangler.toml. Settings are further variables. */
export interface Environment {
  readonly DB: D1Database;
  readonly FILES: R2Bucket;
  /** For requeueing jobs that cannot start yet. */
  readonly JOBS: Queue<JobMessage>;
  readonly WEBHOOKS: Queue<WakeMessage>;
  readonly ORGANIZATIONS: OrganizationNamespace;
  /** Kind of deployment (core/platform/deployment.ts); defaults to production. */
  readonly ENVIRONMENT?: string;
}
