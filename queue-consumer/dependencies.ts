import { connectTenant, type TenantDatabase } from '#core/db/connect';
import type { OrganizationId } from '#core/domain/id';
import type { WakeMessage } from '#core/jobs/wake-message';
import { type OrganizationClient, organizationClient } from '#core/organization/client';
import { createLogger, type Logger } from '#core/platform/log';
import type { Settings } from '#core/platform/settings';
import type { EngineHost } from '#engine/model';
import { createEngineHost } from './engine-host.ts';
import type { Environment } from './environment.ts';
import { readWorkerSettings } from './settings.ts';

export interface Dependencies {
  readonly settings: Settings;
  tenant(shard: string): TenantDatabase;
  readonly files: R2Bucket;
  organization(id: OrganizationId): OrganizationClient;
  /** Has due webhook deliveries sent. */
  wakeWebhooks(message: WakeMessage): Promise<void>;
  readonly host: EngineHost;
  /** Unix milliseconds. */
  now(): number;
  readonly log: Logger;
}

/**
 * Composition root of the consumer Worker. `requestId` is the request that created the job. @throws ConfigurationError
 */
export function createDependencies(env: Environment, requestId: string): Dependencies {
  const log = createLogger({ request_id: requestId });
  return {
    settings: readWorkerSettings(env),
    tenant: (shard) => connectTenant({ DB: env.DB }, shard),
    files: env.FILES,
    organization: (id) => organizationClient(env.ORGANIZATIONS, id),
    wakeWebhooks: async (message) => void (await env.WEBHOOKS.send(message)),
    host: {
      ...createEngineHost(),
      degraded: (part, cause) => log.error('part of the engine failed, done without', cause, { part }),
    },
    now: () => Date.now(),
    log,
  };
}
