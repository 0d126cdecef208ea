import { ConfigurationError } from '../domain/configuration-error.ts';
import { type Deployment, isForDevelopers } from './deployment.ts';

/** Registration and sign-in rules, configured by the deployment's non-numeric variables. */
export const REGISTRATION_MODES = ['open', 'approval', 'closed'] as const;
export type RegistrationMode = (typeof REGISTRATION_MODES)[number];

export const EMAIL_VERIFICATION_MODES = ['optional', 'required'] as const;
export type EmailVerificationMode = (typeof EMAIL_VERIFICATION_MODES)[number];

export interface SignInPolicy {
  readonly registration: RegistrationMode;
  readonly emailVerification: EmailVerificationMode;
  /** URL prefix, ending in a slash, of the range lookup for leaked passwords; null disables it. */
  readonly breachLookupUrl: string | null;
  /** `host:port` on this machine that is exempt from the outbound guard; for tests. */
  readonly egressTestAllow: ReadonlySet<string>;
}

/** @throws ConfigurationError for unknown values: guessing could loosen access. */
export function readSignInPolicy(variables: Readonly<Record<string, unknown>>, deployment: Deployment): SignInPolicy {
  const allowed = text(variables, 'EGRESS_TEST_ALLOW');
  if (allowed !== '' && !isForDevelopers(deployment))
    throw new ConfigurationError('EGRESS_TEST_ALLOW', 'is for tests and must not be set here');
  return {
    registration: oneOf(variables, 'REGISTRATION_MODE', REGISTRATION_MODES),
    emailVerification: oneOf(variables, 'EMAIL_VERIFICATION', EMAIL_VERIFICATION_MODES),
    breachLookupUrl: readBreachLookupUrl(text(variables, 'BREACH_LOOKUP_URL')),
    egressTestAllow: new Set(allowed.split(',').filter((each) => each !== '')),
  };
}

function text(variables: Readonly<Record<string, unknown>>, name: string): string {
  const value = variables[name] ?? '';
  if (typeof value !== 'string') throw new ConfigurationError(name, 'must be text');
  return value;
}

/** Reads a variable with a fixed set of values; defaults to the first. */
function oneOf<const T extends string>(
  variables: Readonly<Record<string, unknown>>,
  name: string,
  values: readonly [T, ...T[]],
): T {
  const value = text(variables, name);
  const found = value === '' ? values[0] : values.find((each) => each === value);
  if (found === undefined) throw new ConfigurationError(name, `must be one of ${values.join(', ')}`);
  return found;
}

function readBreachLookupUrl(value: string): string | null {
  if (value === '') return null;
  const url = URL.parse(value);
  if (!url || !['https:', 'http:'].includes(url.protocol))
    throw new ConfigurationError('BREACH_LOOKUP_URL', 'must be an address');
  return value.endsWith('/') ? value : `${value}/`;
}
