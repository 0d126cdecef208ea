import { ConfigurationError } from '../domain/configuration-error.ts';
import { type Deployment, isForDevelopers } from './deployment.ts';

/** How people get in, as the deployment says by variables beside the numeric settings. */
export const REGISTRATION_MODES = ['open', 'approval', 'closed'] as const;
export type RegistrationMode = (typeof REGISTRATION_MODES)[number];

export const EMAIL_VERIFICATION_MODES = ['optional', 'required'] as const;
export type EmailVerificationMode = (typeof EMAIL_VERIFICATION_MODES)[number];

export interface SignInPolicy {
  readonly registration: RegistrationMode;
  readonly emailVerification: EmailVerificationMode;
  /** Begin of the addresses of a range lookup for leaked passwords, with a slash at the end; null: not asked. */
  readonly breachLookupUrl: string | null;
  /** `host:port` on this machine that requests may go to although the outbound guard forbids it; for tests. */
  readonly egressTestAllow: ReadonlySet<string>;
}

/** @throws ConfigurationError for a value that is none of the known ones: a guess could open a closed door. */
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

/** The first of `values` is the default. */
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
