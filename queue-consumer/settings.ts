import { ConfigurationError } from '#core/domain/configuration-error';
import { readDeployment } from '#core/platform/deployment';
import { readSettings, type Settings } from '#core/platform/settings';
import { refuseUnknownVariables } from '#core/platform/variables';
import type { Environment } from './environment.ts';

/** Held to the same rules as the API Worker: neither runs with a variable that the other refuses. @throws ConfigurationError */
export function readWorkerSettings(env: Environment): Settings {
  const variables = { ...env };
  readDeployment(variables.ENVIRONMENT);
  refuseUnknownVariables(variables);
  return readSettings(variables);
}

/** What keeps this Worker from working; null when every variable can be used. */
export function findConfigurationError(env: Environment): ConfigurationError | null {
  try {
    readWorkerSettings(env);
    return null;
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
}
