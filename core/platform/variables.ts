import { ConfigurationError } from '../domain/configuration-error.ts';
import { SETTINGS } from './settings.ts';

/**
 * Worker variables other than the settings, with their text in docs/configuration.md. Both Workers accept all of them.
 */
export const OTHER_VARIABLES = {
  ENVIRONMENT:
    '`production` (default), `staging`, `development` or `test`; any other value refuses every request. Only `development` and `test` keep mails to be read at `/api/v1/dev/outbox` and have a demo account. `npm start` sets `development`.',
  PUBLIC_URL:
    'The address people reach this deployment at, such as `https://app.example.com`; links in mails begin with it. Without it a production deployment sends none. `npm start` sets it to its own address.',
  SYSTEM_ADMINISTRATORS:
    'E-mail addresses, separated by commas, whose holders become system administrators once they confirmed them; a session opened after that acts as one.',
  MAIL_FROM:
    'Sender of all mails, such as `NeoCaptured <no-reply@example.com>`; needed with `SMTP_URL` or the `EMAIL` binding.',
  SMTP_URL: 'Secret. A mail server, such as `smtps://user:password@mail.example.com`; see docs/administration.md.',
  JWT_KEYS:
    'Secret. `[{"kid": "…", "secret": "…"}]`: base64url, at least 32 bytes each. The first signs, all verify. `npm start` makes one per state folder.',
  SEALING_KEYS:
    'Secret, same form. Seals what must be read again, such as the secrets of authenticator apps. The first seals, all open: keep old ones.',
  PLAN_LIMITS:
    'JSON: what the plans allow, where it differs from the table below, such as `{"starter": {"members": 5}}`.',
  WEBHOOK_RETRY_SECONDS:
    'Seconds between the attempts of a webhook delivery, separated by commas; by default 5 seconds to 24 hours, 75 hours in all. After the last failed attempt the webhook is disabled.',
  REGISTRATION_MODE:
    '`open` (default), `approval` (accounts wait for a system administrator) or `closed`. Invitations always work.',
  EMAIL_VERIFICATION: '`optional` (default) or `required`: no sign-in before the address is confirmed.',
  BREACH_LOOKUP_URL:
    'Start of a range lookup for leaked passwords, such as `https://api.pwnedpasswords.com/range/`: https and a public host. It receives five characters of a hash. Unset, nobody is asked.',
  IDENTITY_PROVIDERS:
    'Secret. JSON list of the identity providers people may sign in with: `[{"id", "kind"?, "name", "issuer"?, "client_id", "client_secret"}]`; `kind` is `oidc` (default) or `github`.',
  EGRESS_TEST_ALLOW:
    'For tests: `host:port` pairs on this machine, separated by commas, that outbound requests may go to. Refused in production and staging.',
} as const;

export const VARIABLES: readonly string[] = [...Object.keys(SETTINGS), ...Object.keys(OTHER_VARIABLES)];

const KNOWN: ReadonlySet<string> = new Set(VARIABLES);
/** Naming pattern of the deployment's variables. Variables added by tools (`__STATIC_CONTENT`) do not match. */
const VARIABLE_NAME = /^[A-Z][A-Z0-9_]{0,99}$/;
/** Prefix of variables that tests use internally. */
const TEST_PREFIX = 'TEST_';

/**
 * Rejects unknown variables, because a misspelled name would silently leave its setting at the default. Bindings are
 * objects and are skipped.
 * @throws ConfigurationError for the first unknown variable
 */
export function refuseUnknownVariables(variables: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(variables)) {
    const isVariable = ['string', 'number', 'boolean'].includes(typeof value) && VARIABLE_NAME.test(name);
    if (isVariable && !KNOWN.has(name) && !name.startsWith(TEST_PREFIX))
      throw new ConfigurationError(name, 'is not a variable of this product; see docs/configuration.md');
  }
}
