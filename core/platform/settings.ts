import { ConfigurationError } from '../domain/configuration-error.ts';

/**
 * Every time and limit by name, with its default and meaning; docs/configuration.md is generated from it. Values come
 * from the Worker's variables and are whole numbers from 0 up to `most`, or up to what `MOST_BY_UNIT` says.
 */
export const SETTINGS = {
  ACCESS_TOKEN_SECONDS: { default: 900, most: 3_600, meaning: 'Lifetime of an access token' },
  SESSION_CHECK_SECONDS: {
    default: 5,
    most: 3_600,
    meaning:
      'How long an access token works on in an isolate after its session ended or its role changed; 0 asks every time',
  },
  API_KEY_CHECK_SECONDS: {
    default: 3,
    most: 3_600,
    meaning: 'How long an API key works on in an isolate after it was revoked in another; 0 asks every time',
  },
  LIVE_CHECK_SECONDS: {
    default: 4,
    most: 300,
    meaning:
      'How often the credentials behind open live sockets are checked. What ends one closes its socket at once; this is for what did not get through. Longer pauses cost less while nobody does anything',
  },
  API_KEY_USAGE_SECONDS: {
    default: 60,
    meaning: 'How long an isolate sums up the calls of an API key before it writes them; 0 writes every call',
  },
  REFUSAL_AUDIT_SECONDS: {
    default: 60,
    meaning:
      'How long an isolate keeps the same refusal to the same caller from filling the audit list; 0 tells every one',
  },
  SECURITY_EVENT_PAUSE_SECONDS: {
    default: 10,
    meaning: 'How long an isolate sums up equal refusals of strangers before it writes them; 0 writes every one',
  },
  SECURITY_EVENT_WINDOW_SECONDS: { default: 3_600, meaning: 'The window refusals of strangers are counted in' },
  SECURITY_EVENT_ROWS_PER_WINDOW: {
    default: 200,
    meaning: 'Networks and kinds told apart per window; further networks are counted together',
  },
  SECURITY_EVENT_DAYS: { default: 90, meaning: 'How long refusals of strangers are kept' },
  REFRESH_TOKEN_SECONDS: {
    default: 2_592_000,
    most: 7_776_000,
    meaning: 'Lifetime of a refresh token and of an idle session',
  },
  REFRESH_GRACE_SECONDS: {
    default: 20,
    most: 300,
    meaning: 'How long a just-spent refresh token answers 409 instead of revoking its family',
  },
  PASSWORD_MIN_LENGTH: { default: 8, most: 64, meaning: 'Shortest accepted password, in characters' },
  VERIFY_EMAIL_SECONDS: {
    default: 259_200,
    most: 2_592_000,
    meaning: 'How long the link that confirms an e-mail address works',
  },
  RESET_PASSWORD_SECONDS: { default: 3_600, most: 86_400, meaning: 'How long the link that resets a password works' },
  INVITATION_SECONDS: {
    default: 604_800,
    most: 7_776_000,
    meaning: 'How long an invitation into an organization works',
  },
  MAILS_PER_RECIPIENT: {
    default: 10,
    meaning: 'Mails one address is sent on request (reset, confirmation, invitation) per window of sign-in attempts',
  },
  MAILS_PER_RECIPIENT_AND_ADDRESS: {
    default: 4,
    meaning: 'Of these, mails that one network address may ask for; the rest stays for others, such as the owner',
  },
  MAILS_PER_ADDRESS: {
    default: 50,
    meaning: 'Mails of this kind one network address may ask for, to whomever, per window of sign-in attempts',
  },
  ORGANIZATION_DELETION_DAYS: {
    default: 30,
    meaning: 'Days between the decision to delete an organization and its end, in which an owner can take it back',
  },
  GRANTS_PER_ORGANIZATION: { default: 1_000, meaning: 'Live permissions on single objects in an organization' },
  SIGN_IN_ATTEMPTS: {
    default: 10,
    meaning: 'Sign-ins per e-mail and window that failed or are not decided yet, before 429',
  },
  SIGN_IN_ATTEMPTS_PER_ADDRESS: {
    default: 100,
    meaning: 'Sign-ins per network address and window that failed or are not decided yet, before 429',
  },
  SIGN_IN_WINDOW_SECONDS: { default: 900, meaning: 'The window of sign-in attempts and registrations' },
  LINK_ATTEMPTS_PER_ADDRESS: {
    default: 100,
    meaning: 'Mailed links that lead nowhere, per network address and window of sign-in attempts before 429',
  },
  REGISTRATIONS_PER_ADDRESS: { default: 50, meaning: 'Registrations per address and window before 429' },
  PASSWORD_HASH_REST_MILLISECONDS: {
    default: 50,
    meaning: 'Pause after each password hash in an isolate, in which other requests run',
  },
  PASSWORD_HASH_WAIT_MILLISECONDS: { default: 30_000, meaning: 'Longest wait for a password hash before 503' },
  MFA_TOKEN_SECONDS: {
    default: 600,
    most: 3_600,
    meaning: 'How long a sign-in waits for its second factor, or for one to be set up',
  },
  MFA_ATTEMPTS: {
    default: 5,
    most: 100,
    meaning: 'Wrong second factors per person and window of sign-in attempts before 429',
  },
  RECENT_SIGN_IN_SECONDS: {
    default: 900,
    most: 3_600,
    meaning: 'How long after a sign-in somebody without a password and second factor may change how they sign in',
  },
  RECOVERY_CODES: { default: 10, most: 50, meaning: 'Recovery codes a person gets at a time' },
  PASSKEY_CHALLENGE_SECONDS: {
    default: 300,
    most: 3_600,
    meaning: 'How long the browser may take to answer with a passkey',
  },
  PASSKEYS_PER_PERSON: { default: 20, most: 100, meaning: 'Passkeys one person may have' },
  CHALLENGES_PER_ADDRESS: {
    default: 300,
    meaning: 'Sign-ins by passkey or provider that a network address may begin per window of sign-in attempts',
  },
  PROVIDER_SIGN_IN_SECONDS: {
    default: 600,
    most: 3_600,
    meaning: 'How long a sign-in at an identity provider may take',
  },
  PROVIDER_TIMEOUT_MILLISECONDS: { default: 5_000, meaning: 'Longest wait for an answer of an identity provider' },
  BREACH_LOOKUP_MILLISECONDS: {
    default: 1_500,
    meaning: 'Longest wait for the list of leaked passwords; then the password is taken as not leaked',
  },
  API_KEY_OVERLAP_SECONDS: { default: 86_400, most: 2_592_000, meaning: 'How long a rotated API key keeps working' },
  IDEMPOTENCY_SECONDS: {
    default: 86_400,
    most: 2_592_000,
    meaning: 'How long the answer to a request with an Idempotency-Key is kept for repetitions',
  },
  RATE_LIMIT_REQUESTS: { default: 3_000, meaning: 'Requests per organization and window' },
  RATE_LIMIT_WINDOW_SECONDS: { default: 60, meaning: 'The window of RATE_LIMIT_REQUESTS' },
  MAX_UPLOAD_BYTES: { default: 41_943_040, meaning: 'Largest accepted file' },
  SYNC_BUDGET_MILLISECONDS: { default: 10_000, meaning: 'How long the synchronous call waits before it answers 202' },
  SYNC_MAX_BYTES: {
    default: 10_485_760,
    meaning: 'Largest file the synchronous call tries at once; larger ones are queued',
  },
  JOB_LEASE_SECONDS: { default: 60, meaning: 'How long a claim on a job holds without a sign of life' },
  JOB_MAX_ATTEMPTS: { default: 4, meaning: 'Claims after which a job fails for good' },
  SWEEP_AGE_SECONDS: { default: 60, meaning: 'Age after which the sweeper sends a job again' },
  SWEEP_INTERVAL_SECONDS: {
    default: 60,
    meaning: 'How often the sweeper runs on one machine (production: the cron trigger)',
  },
  MAIL_RETRY_SECONDS: {
    default: 30,
    meaning: 'Pause before a mail that was not taken is tried again; it doubles each time',
  },
  MAIL_MAX_ATTEMPTS: { default: 14, meaning: 'Attempts after which a mail is given up (about a day)' },
  MAIL_TIMEOUT_MILLISECONDS: { default: 15_000, meaning: 'Longest conversation with a mail server' },
  LOGO_MAX_BYTES: { default: 262_144, meaning: 'Largest picture an organization may use as its logo' },
  ADMINISTRATOR_SECOND_FACTOR: {
    default: 0,
    most: 1,
    meaning: '1: system administrators act only with an authenticator app or a passkey of their own',
  },
  IMPERSONATION_SECONDS: {
    default: 900,
    most: 14_400,
    meaning: 'How long a system administrator may work as somebody else before it has to be begun anew',
  },
  AUDIT_SEAL_AGE_SECONDS: {
    default: 30,
    meaning: 'Age after which the sweeper has an audit event sealed that its own request did not have sealed',
  },
  AUDIT_VERIFY_EVENTS: { default: 2_000, meaning: 'Audit events one call of the verification recomputes' },
  AUDIT_EXPORT_PAGE: { default: 500, meaning: 'Audit events an export reads at a time' },
  AUDIT_RETENTION_DAYS: {
    default: 2_557,
    meaning: 'How long audit events are kept where the organization does not say otherwise (seven years)',
  },
} as const;

export type SettingName = keyof typeof SETTINGS;
export type Settings = Readonly<Record<SettingName, number>>;

/** The highest value of a setting without a bound of its own, by the unit its name ends in. Beyond lies a typing error. */
const MOST_BY_UNIT = [
  ['_MILLISECONDS', 3_600_000],
  // A hundred years: windows and pauses may be set to "never" but not beyond what a date can hold.
  ['_SECONDS', 3_153_600_000],
  ['_DAYS', 36_525],
] as const;
const MOST_OTHERWISE = 1_000_000_000;

/** The highest value a setting may have. */
export function highestValue(name: SettingName): number {
  const setting = SETTINGS[name];
  if ('most' in setting) return setting.most;
  return MOST_BY_UNIT.find(([unit]) => name.endsWith(unit))?.[1] ?? MOST_OTHERWISE;
}

/**
 * Reads the settings from a Worker's variables. An unreadable or excessive number is refused, never replaced in silence.
 * @throws ConfigurationError
 */
export function readSettings(variables: Readonly<Record<string, unknown>>): Settings {
  const read = (name: SettingName): number => {
    const raw = variables[name];
    if (raw === undefined || raw === '') return SETTINGS[name].default;
    // `Number` alone would also read '', ' ', true, null and 1e3.
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
