import { join } from 'node:path';

/** The root folder of the checkout. */
export const REPOSITORY = join(import.meta.dirname, '..', '..');

/** Both Workers in the order of a deploy: the API first, because the consumer binds its object class. */
export const WORKERS = [
  { name: 'api', config: 'wrangler.toml' },
  { name: 'queue-consumer', config: 'queue-consumer/wrangler.toml' },
] as const;

export type WorkerName = (typeof WORKERS)[number]['name'];

/** Keeps wrangler from contacting Cloudflare's servers at every start, which hangs without a network. */
export const OFFLINE_VARIABLES: Readonly<Record<string, string>> = {
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_LOG_SANITIZE: 'true',
  WRANGLER_REGISTRY_PATH: join(REPOSITORY, '.wrangler', 'registry'),
  WRANGLER_LOG_PATH: join(REPOSITORY, '.wrangler', 'logs'),
  X_LOCAL_OBSERVABILITY: 'false',
  X_LOCAL_EXPLORER: 'false',
  NO_UPDATE_NOTIFIER: '1',
};
