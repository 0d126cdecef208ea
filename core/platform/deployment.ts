import { ConfigurationError } from '../domain/configuration-error.ts';

/** Kind of deployment (`ENVIRONMENT`). Production is the default, so that a missing variable never loosens security. */
export const DEPLOYMENTS = ['production', 'staging', 'development', 'test'] as const;
export type Deployment = (typeof DEPLOYMENTS)[number];

/** @throws ConfigurationError for any other value: guessing could expose the outbox and the demo account */
export function readDeployment(value: unknown): Deployment {
  if (value === undefined || value === '') return DEPLOYMENTS[0];
  const found = DEPLOYMENTS.find((each) => each === value);
  if (found === undefined) throw new ConfigurationError('ENVIRONMENT', `must be one of ${DEPLOYMENTS.join(', ')}`);
  return found;
}

/**
 * Returns whether the deployment may show mails without authentication and have a demo account. Staging behaves like
 * production.
 */
export const isForDevelopers = (deployment: Deployment): boolean =>
  deployment === 'development' || deployment === 'test';
