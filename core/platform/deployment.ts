import { ConfigurationError } from '../domain/configuration-error.ts';

/** What kind of deployment this is (`ENVIRONMENT`). The first is the default: a forgotten variable must not open anything. */
export const DEPLOYMENTS = ['production', 'staging', 'development', 'test'] as const;
export type Deployment = (typeof DEPLOYMENTS)[number];

/** @throws ConfigurationError for any other spelling: a guess could expose the outbox and the demo account */
export function readDeployment(value: unknown): Deployment {
  if (value === undefined || value === '') return DEPLOYMENTS[0];
  const found = DEPLOYMENTS.find((each) => each === value);
  if (found === undefined) throw new ConfigurationError('ENVIRONMENT', `must be one of ${DEPLOYMENTS.join(', ')}`);
  return found;
}

/** May this deployment show mails without asking who reads them, and have a demo account? Staging is like production. */
export const isForDevelopers = (deployment: Deployment): boolean =>
  deployment === 'development' || deployment === 'test';
