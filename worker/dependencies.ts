import { connectControl, connectTenant } from '#core/db/connect';
import { organizationClient } from '#core/organization/client';
import { isForDevelopers } from '#core/platform/deployment';
import { createLogger } from '#core/platform/log';
import { type Configuration, readConfiguration } from './configuration.ts';
import type { Environment } from './environment.ts';
import { mailProvider } from './mail-provider.ts';
import type { Dependencies } from './services/context.ts';
import { durableSender } from './services/mail/durable-sender.ts';
import type { MailProvider } from './services/mail/provider.ts';
import { developmentOutbox, type MailSender, noMail } from './services/mail/sender.ts';

interface Prepared extends Configuration {
  readonly provider: MailProvider | null;
}

const prepared = new WeakMap<Environment, Prepared>();

/** Parses the configuration once per isolate. @throws ConfigurationError on every call if it is invalid */
export function prepare(env: Environment): Prepared {
  let value = prepared.get(env);
  if (!value) {
    const configuration = readConfiguration({ ...env });
    value = { ...configuration, provider: mailProvider(env, configuration) };
    prepared.set(env, value);
  }
  return value;
}

/**
 * Composition root: the only place that turns bindings into the dependencies of services. @throws ConfigurationError
 */
export function createDependencies(
  env: Environment,
  execution: { waitUntil(work: Promise<unknown>): void },
  requestId: string,
  afterAnswer?: Dependencies['afterAnswer'],
): Dependencies {
  const log = createLogger({ request_id: requestId });
  const { provider, mail: _mail, ...ready } = prepare(env);
  const defer = (work: Promise<unknown>): void =>
    execution.waitUntil(work.catch((error: unknown) => log.error('deferred work failed', error)));
  const dependencies = {
    ...ready,
    control: connectControl(env.DB),
    tenant: (shard) => connectTenant({ DB: env.DB }, shard),
    files: env.FILES,
    jobs: { send: async (message) => void (await env.JOBS.send(message)) },
    wakeWebhooks: async (message, delaySeconds = 0) => void (await env.WEBHOOKS.send(message, { delaySeconds })),
    wakeExports: async (message) => void (await env.EXPORTS.send(message)),
    organization: (id) => organizationClient(env.ORGANIZATIONS, id),
    engine: env.ENGINE,
    fetch: (address, init) => (env.EGRESS ? env.EGRESS.fetch(address, init) : fetch(address, init)),
    now: () => Date.now(),
    defer,
    // Without a response to wait for, work starts immediately.
    afterAnswer: afterAnswer ?? ((work) => defer(work())),
    log,
  } satisfies Omit<Dependencies, 'mail'>;
  return { ...dependencies, mail: mailSender(dependencies, provider) };
}

/**
 * With a provider, mails are stored until the provider accepts them. Without one, a development server stores them for
 * reading, and any other deployment sends none.
 */
function mailSender(needs: Omit<Dependencies, 'mail'>, provider: MailProvider | null): MailSender {
  if (provider) return durableSender(needs, provider);
  return isForDevelopers(needs.environment) ? developmentOutbox(needs.control, needs.now) : noMail(needs.log);
}

/** Returns the mail provider for the sweeper; null if there is none. */
export const providerOf = (env: Environment): MailProvider | null => prepare(env).provider;
