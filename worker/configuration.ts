import { ConfigurationError } from '#core/domain/configuration-error';
import { normalizeEmail } from '#core/domain/email';
import type { PlanLimits } from '#core/domain/plans';
import { type Deployment, readDeployment } from '#core/platform/deployment';
import { type IdentityProvider, readIdentityProviders } from '#core/platform/identity-providers';
import { readPlanLimits } from '#core/platform/plan-limits';
import { readPublicUrl } from '#core/platform/public-url';
import { readSettings, type Settings } from '#core/platform/settings';
import { readSignInPolicy, type SignInPolicy } from '#core/platform/sign-in-policy';
import { refuseUnknownVariables } from '#core/platform/variables';
import { readWebhookRetries } from '#core/platform/webhook-retries';
import { readSigningKeys, type SigningKeys } from '#core/security/access-token';
import { type KeyList, readKeyList } from '#core/security/key-list';
import { isAllowedOutbound } from '#core/security/outbound-url';
import { isSafeAddress, type MailAddress, readMailAddress } from './services/mail/smtp/mail-address.ts';
import { readSmtpUrl, type SmtpServer } from './services/mail/smtp/server-address.ts';

/** Parsed variables of the API Worker. */
export interface Configuration {
  readonly environment: Deployment;
  readonly settings: Settings;
  readonly signingKeys: SigningKeys;
  readonly sealingKeys: KeyList;
  readonly signInPolicy: SignInPolicy;
  readonly identityProviders: readonly IdentityProvider[];
  readonly planLimits: PlanLimits;
  readonly webhookRetries: readonly number[];
  readonly publicUrl: string | null;
  readonly firstAdministrators: readonly string[];
  readonly secretNames: readonly string[];
  /** Null without mail configuration. `server` is null if mail is sent through the binding. */
  readonly mail: { readonly from: MailAddress; readonly server: SmtpServer | null } | null;
}

/**
 * Reads the whole configuration from the Worker's bindings or, for `npm start`, from the values they will have.
 * @throws ConfigurationError for the first invalid variable
 */
export function readConfiguration(variables: Readonly<Record<string, unknown>>): Configuration {
  const text = (name: string): string | undefined => {
    const value = variables[name];
    if (value !== undefined && typeof value !== 'string') throw new ConfigurationError(name, 'must be text');
    return value;
  };
  const environment = readDeployment(variables['ENVIRONMENT']);
  refuseUnknownVariables(variables);
  return {
    environment,
    settings: readSettings(variables),
    signingKeys: readSigningKeys(text('JWT_KEYS')),
    sealingKeys: readKeyList('SEALING_KEYS', text('SEALING_KEYS')),
    identityProviders: readIdentityProviders(text('IDENTITY_PROVIDERS')),
    planLimits: readPlanLimits(text('PLAN_LIMITS')),
    webhookRetries: readWebhookRetries(text('WEBHOOK_RETRY_SECONDS')),
    signInPolicy: requireReachable(readSignInPolicy(variables, environment)),
    publicUrl: readPublicUrl(text('PUBLIC_URL'), environment),
    firstAdministrators: readAdministrators(text('SYSTEM_ADMINISTRATORS') ?? ''),
    secretNames: [
      'JWT_KEYS',
      'SEALING_KEYS',
      ...(text('IDENTITY_PROVIDERS') ? ['IDENTITY_PROVIDERS'] : []),
      ...(text('SMTP_URL') ? ['SMTP_URL'] : []),
    ],
    mail: readMail(text('MAIL_FROM'), text('SMTP_URL'), variables['EMAIL'] !== undefined),
  };
}

/**
 * Rejects a lookup URL that the outbound guard would refuse, because the lookup would silently never find a leaked
 * password. @throws ConfigurationError
 */
function requireReachable(policy: SignInPolicy): SignInPolicy {
  const { breachLookupUrl, egressTestAllow } = policy;
  if (breachLookupUrl !== null && !isAllowedOutbound(breachLookupUrl, egressTestAllow))
    throw new ConfigurationError('BREACH_LOOKUP_URL', 'must be an https address of a public host');
  return policy;
}

function readAdministrators(list: string): readonly string[] {
  const addresses = list
    .split(',')
    .map(normalizeEmail)
    .filter((each) => each !== '');
  if (!addresses.every((each) => isSafeAddress(each) && !each.includes(';')))
    throw new ConfigurationError('SYSTEM_ADMINISTRATORS', 'must be e-mail addresses, separated by commas');
  return addresses;
}

/** Reads the sender and the mail server. @throws ConfigurationError if incomplete or invalid */
export function readMail(
  from: string | undefined,
  url: string | undefined,
  hasBinding: boolean,
): Configuration['mail'] {
  const server = url === undefined || url === '' ? null : readSmtpUrl(url);
  if (server === null && !hasBinding) return null;
  if (!from) throw new ConfigurationError('MAIL_FROM', 'must name the sender of mails');
  return { from: readMailAddress(from), server: hasBinding ? null : server };
}
