import { connectControl, connectTenant } from '#core/db/connect';
import { normalizeEmail } from '#core/domain/email';
import type { PlanLimits } from '#core/domain/plans';
import { organizationClient } from '#core/organization/client';
import { type IdentityProvider, readIdentityProviders } from '#core/platform/identity-providers';
import { createLogger } from '#core/platform/log';
import { readPlanLimits } from '#core/platform/plan-limits';
import { readPublicUrl } from '#core/platform/public-url';
import { readSettings, type Settings } from '#core/platform/settings';
import { readSignInPolicy, type SignInPolicy } from '#core/platform/sign-in-policy';
import { readSigningKeys, type SigningKeys } from '#core/security/access-token';
import { type KeyList, readKeyList } from '#core/security/key-list';
import type { Environment } from './environment.ts';
import { mailProvider } from './mail-provider.ts';
import type { Dependencies } from './services/context.ts';
import { durableSender } from './services/mail/durable-sender.ts';
import type { MailProvider } from './services/mail/provider.ts';
import { developmentOutbox, type MailSender, noMail } from './services/mail/sender.ts';

interface Prepared {
  readonly settings: Settings;
  readonly signingKeys: SigningKeys;
  readonly sealingKeys: KeyList;
  readonly signInPolicy: SignInPolicy;
  readonly identityProviders: readonly IdentityProvider[];
  readonly planLimits: PlanLimits;
  readonly publicUrl: string | null;
  readonly firstAdministrators: readonly string[];
  readonly secretNames: readonly string[];
  readonly provider: MailProvider | null;
}

const prepared = new WeakMap<Environment, Prepared>();

/** Parsed once per isolate; a bad setting or key stops every request loudly instead of running with a guess. */
function prepare(env: Environment): Prepared {
  let value = prepared.get(env);
  if (!value) {
    const settings = readSettings({ ...env });
    value = {
      settings,
      provider: mailProvider(env, settings),
      signingKeys: readSigningKeys(env.JWT_KEYS),
      sealingKeys: readKeyList('SEALING_KEYS', env.SEALING_KEYS),
      identityProviders: readIdentityProviders(env.IDENTITY_PROVIDERS),
      planLimits: readPlanLimits(env.PLAN_LIMITS),
      signInPolicy: readSignInPolicy({ ...env }, env.ENVIRONMENT),
      publicUrl: readPublicUrl(env.PUBLIC_URL, env.ENVIRONMENT),
      firstAdministrators: (env.SYSTEM_ADMINISTRATORS ?? '')
        .split(',')
        .map(normalizeEmail)
        .filter((each) => each !== ''),
      secretNames: [
        'JWT_KEYS',
        'SEALING_KEYS',
        ...(env.IDENTITY_PROVIDERS ? ['IDENTITY_PROVIDERS'] : []),
        ...(env.SMTP_URL ? ['SMTP_URL'] : []),
      ],
    };
    prepared.set(env, value);
  }
  return value;
}

/** The composition root: the only place where bindings become what services know. */
export function createDependencies(
  env: Environment,
  execution: { waitUntil(work: Promise<unknown>): void },
  requestId: string,
  afterAnswer?: Dependencies['afterAnswer'],
): Dependencies {
  const log = createLogger({ request_id: requestId });
  const { provider, ...ready } = prepare(env);
  const defer = (work: Promise<unknown>): void =>
    execution.waitUntil(work.catch((error: unknown) => log.error('deferred work failed', error)));
  const dependencies = {
    ...ready,
    environment: env.ENVIRONMENT,
    control: connectControl(env.DB),
    tenant: (shard) => connectTenant({ DB: env.DB }, shard),
    files: env.FILES,
    jobs: { send: async (message) => void (await env.JOBS.send(message)) },
    organization: (id) => organizationClient(env.ORGANIZATIONS, id),
    engine: env.ENGINE,
    fetch: (address, init) => fetch(address, init),
    now: () => Date.now(),
    defer,
    // Where there is no answer to wait for, work begins at once.
    afterAnswer: afterAnswer ?? ((work) => defer(work())),
    log,
  } satisfies Omit<Dependencies, 'mail'>;
  return { ...dependencies, mail: mailSender(dependencies, provider) };
}

/**
 * A deployment with a provider keeps each mail until the provider took it. Without one a server for development keeps
 * mails to be read there, and any other one sends none.
 */
function mailSender(needs: Omit<Dependencies, 'mail'>, provider: MailProvider | null): MailSender {
  if (provider) return durableSender(needs, provider);
  if (needs.environment === 'production') return noMail(needs.log);
  return developmentOutbox(needs.control, needs.now);
}

/** What hands mails over, for the sweeper; null without one. */
export const providerOf = (env: Environment): MailProvider | null => prepare(env).provider;
