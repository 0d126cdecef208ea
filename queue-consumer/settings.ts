import { ConfigurationError } from '#core/domain/configuration-error';
import { readDeployment } from '#core/platform/deployment';
import { readSettings, type Settings } from '#core/platform/settings';
import { refuseUnknownVariables } from '#core/platform/variables';
import type { Environment } from './environment.ts';

/**
 * Reads the settings, with the same validation as in the API Worker, so that neither runs with a variable the other
 * rejects. @throws ConfigurationError
 */
export function readWorkerSettings(env: Environment): Settings {
  const variables = { ...env };
  readDeployment(variables.ENVIRONMENT);
  refuseUnknownVariables(variables);
  return readSettings(variables);
}

/** Returns the configuration error that prevents processing; null if all variables are valid. */
export function findConfigurationError(env: Environment): ConfigurationError | null {
  try {
    readWorkerSettings(env);
    return null;
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
}
