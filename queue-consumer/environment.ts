import type { JobMessage } from '#core/jobs/message';
import type { OrganizationNamespace } from '#core/organization/client';

/** The consumer Worker's bindings, as queue-consumer/wrangler.toml names them. Settings are variables beside them. */
export interface Environment {
  readonly DB: D1Database;
  readonly FILES: R2Bucket;
  /** For jobs whose turn has not come: they go back behind the others. */
  readonly JOBS: Queue<JobMessage>;
  readonly ORGANIZATIONS: OrganizationNamespace;
  /** What kind of deployment this is (core/platform/deployment.ts); without it, production. */
  readonly ENVIRONMENT?: string;
}
