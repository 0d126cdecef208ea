import { ConfigurationError } from '../domain/configuration-error.ts';
import { JOB_ATTEMPTS } from '../domain/queues.ts';

/**
 * All durations and limits by name, with default and description; docs/configuration.md is generated from this table.
 * Values come from the Worker's variables and are integers from 0 to `most`, or to the value in `MOST_BY_UNIT`.
 */
export const SETTINGS = {
  ACCESS_TOKEN_SECONDS: { default: 900, most: 3_600, meaning: 'Lifetime of an access token' },
  SESSION_CHECK_SECONDS: {
    default: 5,
    most: 3_600,
    meaning:
      'How long an isolate may accept an access token after its session ended or its role changed; 0 checks every request',
  },
  API_KEY_CHECK_SECONDS: {
    default: 3,
    most: 3_600,
    meaning: 'How long an isolate may accept an API key after it was revoked in another; 0 checks every request',
  },
  LIVE_CHECK_SECONDS: {
    default: 4,
    most: 300,
    meaning:
      'Interval between credential checks of open WebSockets. Revocation normally closes a socket at once; this check covers lost notifications. Longer intervals cost less on idle connections',
  },
  API_KEY_USAGE_SECONDS: {
    default: 60,
    meaning: 'How long an isolate batches the call counts of an API key; 0 writes every call',
  },
  REFUSAL_AUDIT_SECONDS: {
    default: 60,
    meaning:
      'How long an isolate suppresses repeated audit events for the same refusal to the same caller; 0 records every one',
  },
  SECURITY_EVENT_PAUSE_SECONDS: {
    default: 10,
    meaning: 'How long an isolate batches equal refusals of anonymous requests; 0 writes every one',
  },
  SECURITY_EVENT_WINDOW_SECONDS: { default: 3_600, meaning: 'Window for counting refusals of anonymous requests' },
  SECURITY_EVENT_ROWS_PER_WINDOW: {
    default: 200,
    meaning: 'Networks and kinds counted separately per window; further networks are counted together',
  },
  SECURITY_EVENT_DAYS: { default: 90, meaning: 'Retention of refusals of anonymous requests' },
  EXPORT_DAYS: { default: 7, most: 365, meaning: 'How long the file of an export is kept; the record stays' },
  EVENT_DAYS: { default: 30, most: 365, meaning: 'Retention of events and webhook deliveries' },
  WEBHOOK_TIMEOUT_MILLISECONDS: {
    default: 10_000,
    most: 25_000,
    meaning: 'Time-out for the response of a webhook receiver',
  },
  WEBHOOK_SECRET_OVERLAP_SECONDS: {
    default: 86_400,
    most: 2_592_000,
    meaning: 'How long the previous secret of a webhook also signs after a rotation',
  },
  REFRESH_TOKEN_SECONDS: {
    default: 2_592_000,
    most: 7_776_000,
    meaning: 'Lifetime of a refresh token and of an idle session',
  },
  REFRESH_GRACE_SECONDS: {
    default: 20,
    most: 300,
    meaning: 'How long reusing a refresh token returns 409 instead of revoking the session',
  },
  PASSWORD_MIN_LENGTH: { default: 8, most: 64, meaning: 'Minimum password length, in characters' },
  VERIFY_EMAIL_SECONDS: {
    default: 259_200,
    most: 2_592_000,
    meaning: 'Lifetime of a link that confirms an email address',
  },
  RESET_PASSWORD_SECONDS: { default: 3_600, most: 86_400, meaning: 'Lifetime of a password reset link' },
  INVITATION_SECONDS: {
    default: 604_800,
    most: 7_776_000,
    meaning: 'Lifetime of an invitation',
  },
  MAILS_PER_RECIPIENT: {
    default: 10,
    meaning: 'Emails sent to one recipient on request (reset, confirmation, invitation) per sign-in window',
  },
  MAILS_PER_RECIPIENT_AND_ADDRESS: {
    default: 4,
    meaning:
      'Share of these emails one network address may request; the rest is reserved for others, such as the recipient',
  },
  MAILS_PER_ADDRESS: {
    default: 50,
    meaning: 'Such emails one network address may request, for any recipients, per sign-in window',
  },
  ORGANIZATION_DELETION_DAYS: {
    default: 30,
    meaning: 'Days before a scheduled deletion of an organization, in which an owner can cancel it',
  },
  GRANTS_PER_ORGANIZATION: { default: 1_000, meaning: 'Maximum number of active grants in an organization' },
  SIGN_IN_ATTEMPTS: {
    default: 10,
    meaning: 'Failed or pending sign-ins per email address and window before 429',
  },
  SIGN_IN_ATTEMPTS_PER_ADDRESS: {
    default: 100,
    meaning: 'Failed or pending sign-ins per network address and window before 429',
  },
  SIGN_IN_WINDOW_SECONDS: { default: 900, meaning: 'Window for counting sign-in attempts and registrations' },
  LINK_ATTEMPTS_PER_ADDRESS: {
    default: 100,
    meaning: 'Invalid emailed links per network address and sign-in window before 429',
  },
  REGISTRATIONS_PER_ADDRESS: {
    default: 50,
    meaning: 'Registrations per network address and sign-in window before 429',
  },
  PASSWORD_HASH_REST_MILLISECONDS: {
    default: 50,
    meaning: 'Pause after each password hash in an isolate, so that other requests can run',
  },
  PASSWORD_HASH_WAIT_MILLISECONDS: { default: 30_000, meaning: 'Maximum wait for a password hash before 503' },
  MFA_TOKEN_SECONDS: {
    default: 600,
    most: 3_600,
    meaning: 'Time to complete or set up the second factor of a sign-in',
  },
  MFA_ATTEMPTS: {
    default: 5,
    most: 100,
    meaning: 'Incorrect second factors per user and sign-in window before 429',
  },
  RECENT_SIGN_IN_SECONDS: {
    default: 900,
    most: 3_600,
    meaning: 'How long after a sign-in a user without a password or second factor may change their sign-in methods',
  },
  RECOVERY_CODES: { default: 10, most: 50, meaning: 'Number of recovery codes in a set' },
  PASSKEY_CHALLENGE_SECONDS: {
    default: 300,
    most: 3_600,
    meaning: 'Time to respond to a passkey challenge',
  },
  PASSKEYS_PER_PERSON: { default: 20, most: 100, meaning: 'Maximum number of passkeys per user' },
  CHALLENGES_PER_ADDRESS: {
    default: 300,
    meaning: 'Passkey or provider sign-ins one network address may start per sign-in window',
  },
  PROVIDER_SIGN_IN_SECONDS: {
    default: 600,
    most: 3_600,
    meaning: 'Time to complete a sign-in with an identity provider',
  },
  PROVIDER_TIMEOUT_MILLISECONDS: { default: 5_000, meaning: 'Timeout of requests to an identity provider' },
  BREACH_LOOKUP_MILLISECONDS: {
    default: 1_500,
    meaning: 'Timeout of the leaked-password lookup; the password is then treated as not leaked',
  },
  API_KEY_OVERLAP_SECONDS: { default: 86_400, most: 2_592_000, meaning: 'How long a rotated API key keeps working' },
  IDEMPOTENCY_SECONDS: {
    default: 86_400,
    most: 2_592_000,
    meaning: 'How long the response to a request with an Idempotency-Key is kept',
  },
  RATE_LIMIT_REQUESTS: { default: 3_000, meaning: 'Requests per organization and window' },
  RATE_LIMIT_WINDOW_SECONDS: { default: 60, meaning: 'Window of RATE_LIMIT_REQUESTS' },
  MAX_UPLOAD_BYTES: { default: 41_943_040, meaning: 'Maximum upload size' },
  SYNC_BUDGET_MILLISECONDS: {
    default: 10_000,
    meaning: 'How long the synchronous endpoint waits before it returns 202',
  },
  SYNC_MAX_BYTES: {
    default: 10_485_760,
    meaning: 'Maximum file size processed synchronously; larger files are queued',
  },
  JOB_LEASE_SECONDS: { default: 60, meaning: 'Lease of a job without a heartbeat' },
  JOB_MAX_ATTEMPTS: { default: JOB_ATTEMPTS, meaning: 'Attempts after which a job fails permanently' },
  SWEEP_AGE_SECONDS: { default: 60, meaning: 'Age after which the sweeper resends a job' },
  SWEEP_INTERVAL_SECONDS: {
    default: 60,
    meaning: 'How often the sweeper runs on one machine (production: the cron trigger)',
  },
  MAIL_RETRY_SECONDS: {
    default: 30,
    meaning: 'Delay before an email is retried; doubles with every attempt',
  },
  MAIL_MAX_ATTEMPTS: { default: 14, meaning: 'Delivery attempts before an email is abandoned (about a day)' },
  MAIL_TIMEOUT_MILLISECONDS: { default: 15_000, meaning: 'Timeout of a session with a mail server' },
  LOGO_MAX_BYTES: { default: 262_144, meaning: 'Maximum size of a logo' },
  ADMINISTRATOR_SECOND_FACTOR: {
    default: 0,
    most: 1,
    meaning: '1 requires system administrators to have an authenticator app or a passkey',
  },
  IMPERSONATION_SECONDS: {
    default: 900,
    most: 14_400,
    meaning: 'Maximum duration of an impersonation',
  },
  AUDIT_SEAL_AGE_SECONDS: {
    default: 30,
    meaning: 'Age after which the sweeper seals an audit event that its request did not seal',
  },
  AUDIT_VERIFY_EVENTS: { default: 2_000, meaning: 'Audit events verified per call' },
  AUDIT_EXPORT_PAGE: { default: 500, meaning: 'Audit events an export reads per page' },
  AUDIT_RETENTION_DAYS: {
    default: 2_557,
    meaning: 'Default retention of audit events (seven years)',
  },
} as const;

export type SettingName = keyof typeof SETTINGS;
export type Settings = Readonly<Record<SettingName, number>>;

/** Maximum of settings without their own, by the unit in the name. Larger values are typing errors. */
const MOST_BY_UNIT = [
  ['_MILLISECONDS', 3_600_000],
  // A hundred years: allows "never" while staying within the range of dates.
  ['_SECONDS', 3_153_600_000],
  ['_DAYS', 36_525],
] as const;
const MOST_OTHERWISE = 1_000_000_000;

/** Returns the maximum value of a setting. */
export function highestValue(name: SettingName): number {
  const setting = SETTINGS[name];
  if ('most' in setting) return setting.most;
  return MOST_BY_UNIT.find(([unit]) => name.endsWith(unit))?.[1] ?? MOST_OTHERWISE;
}

/**
 * Reads the settings from a Worker's variables. Invalid or excessive numbers are rejected, never silently replaced.
 * @throws ConfigurationError
 */
export function readSettings(variables: Readonly<Record<string, unknown>>): Settings {
  const read = (name: SettingName): number => {
    const raw = variables[name];
    if (raw === undefined || raw === '') return SETTINGS[name].default;
    // `Number` alone would also accept '', ' ', true, null and 1e3.
    const digits = typeof raw === 'number' || (typeof raw === 'string' && /^\d{1,16}$/.test(raw));
    const value = digits ? Number(raw) : Number.NaN;
    const most = highestValue(name);
    if (!Number.isSafeInteger(value) || value < 0 || value > most)
      throw new ConfigurationError(name, `must be a whole number from 0 to ${most}`);
    return value;
  };
  const names = Object.keys(SETTINGS) as SettingName[];
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<SettingName, number>;
}
