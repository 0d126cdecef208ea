import { VARIABLES } from '#core/platform/variables';

/** What `npm start` and `npm run dev` are unless the environment says otherwise. The tomls say production. */
const LOCAL_DEPLOYMENT = 'development';

/** The Workers' variables out of an environment. Those that are not set keep the value of the toml or the default. */
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
