import { SETTINGS } from '#core/platform/settings';

/** Variables beside the settings that a Worker reads. Secrets come from the environment or from the state folder. */
const OTHER_VARIABLES = [
  'ENVIRONMENT',
  'JWT_KEYS',
  'SEALING_KEYS',
  'PUBLIC_URL',
  'SYSTEM_ADMINISTRATORS',
  'SMTP_URL',
  'MAIL_FROM',
  'PLAN_LIMITS',
  'REGISTRATION_MODE',
  'EMAIL_VERIFICATION',
  'BREACH_LOOKUP_URL',
  'IDENTITY_PROVIDERS',
  'EGRESS_TEST_ALLOW',
] as const;

/** Every name that passes from the environment of `npm start` into both Workers. */
export const WORKER_VARIABLES: readonly string[] = [...Object.keys(SETTINGS), ...OTHER_VARIABLES];

/** Picks the Workers' variables out of an environment. Unset ones keep the value of the toml or the default. */
export function workerVariables(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const picked: Record<string, string> = {};
  for (const name of WORKER_VARIABLES) {
    const value = environment[name];
    if (value !== undefined && value !== '') picked[name] = value;
  }
  return picked;
}
