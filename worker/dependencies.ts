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

/** Parsed once per isolate. @throws ConfigurationError each time: a Worker must not serve with a guess */
export function prepare(env: Environment): Prepared {
  let value = prepared.get(env);
  if (!value) {
    const configuration = readConfiguration({ ...env });
    value = { ...configuration, provider: mailProvider(env, configuration) };
    prepared.set(env, value);
  }
  return value;
}

/** The composition root: the only place where bindings become what services know. @throws ConfigurationError */
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
    organization: (id) => organizationClient(env.ORGANIZATIONS, id),
    engine: env.ENGINE,
    fetch: (address, init) => (env.EGRESS ? env.EGRESS.fetch(address, init) : fetch(address, init)),
    now: () => Date.now(),
    defer,
    // Where there is no answer to wait for, work begins at once.
    afterAnswer: afterAnswer ?? ((work) => defer(work())),
    log,
  } satisfies Omit<Dependencies, 'mail'>;
  return { ...dependencies, mail: mailSender(dependencies, provider) };
}

/**
 * A deployment with a provider keeps each mail until the provider took it. Without one a server for developers keeps
 * mails to be read there, and any other one sends none.
 */
function mailSender(needs: Omit<Dependencies, 'mail'>, provider: MailProvider | null): MailSender {
  if (provider) return durableSender(needs, provider);
  return isForDevelopers(needs.environment) ? developmentOutbox(needs.control, needs.now) : noMail(needs.log);
}

/** What delivers mails, for the sweeper; null without one. */
export const providerOf = (env: Environment): MailProvider | null => prepare(env).provider;
