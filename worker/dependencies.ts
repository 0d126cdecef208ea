import { connectControl, connectTenant } from '#core/db/connect';
import { organizationClient } from '#core/organization/client';
import { createLogger } from '#core/platform/log';
import { readSettings, type Settings } from '#core/platform/settings';
import { readSigningKeys, type SigningKeys } from '#core/security/access-token';
import type { Environment } from './environment.ts';
import type { Dependencies } from './services/context.ts';

interface Prepared {
  readonly settings: Settings;
  readonly signingKeys: SigningKeys;
}

const prepared = new WeakMap<Environment, Prepared>();

/** Parsed once per isolate; a bad setting or key stops every request loudly instead of running with a guess. */
function prepare(env: Environment): Prepared {
  let value = prepared.get(env);
  if (!value) {
    value = { settings: readSettings({ ...env }), signingKeys: readSigningKeys(env.JWT_KEYS) };
    prepared.set(env, value);
  }
  return value;
}

/** The composition root: the only place where bindings become what services know. */
export function createDependencies(
  env: Environment,
  execution: { waitUntil(work: Promise<unknown>): void },
  requestId: string,
): Dependencies {
  const log = createLogger({ request_id: requestId });
  return {
    ...prepare(env),
    control: connectControl(env.DB),
    tenant: (shard) => connectTenant({ DB: env.DB }, shard),
    files: env.FILES,
    jobs: { send: async (message) => void (await env.JOBS.send(message)) },
    organization: (id) => organizationClient(env.ORGANIZATIONS, id),
    engine: env.ENGINE,
    now: () => Date.now(),
    defer: (work) => execution.waitUntil(work.catch((error: unknown) => log.error('deferred work failed', error))),
    log,
  };
}
