import { VARIABLES } from '#core/platform/variables';

/** Default deployment of `npm start` and `npm run dev`. The toml files say production. */
const LOCAL_DEPLOYMENT = 'development';

/**
 * Selects the Workers' variables from an environment. Unset variables keep the value of the toml file or the default.
 */
export function workerVariables(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const picked: Record<string, string> = { ENVIRONMENT: LOCAL_DEPLOYMENT };
  for (const name of VARIABLES) {
    const value = environment[name];
    if (value !== undefined && value !== '') picked[name] = value;
  }
  return picked;
}
