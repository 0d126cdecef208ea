import { join } from 'node:path';
import { OFFLINE_VARIABLES, REPOSITORY, WORKERS } from './repository.ts';

/** Options that Miniflare 5 does not accept. `modulesRules` stays in the cached result: it defines the module types. */
const NOT_FOR_RUNTIME: ReadonlySet<string> = new Set(['rootPath']);

/**
 * Converts both toml files to Miniflare options, by Worker name, as plain data. wrangler takes over a second to load,
 * so the result is cached with the build. The calls are marked unstable by wrangler, so its version is pinned.
 */
export async function readWorkerOptions(): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>> {
  Object.assign(process.env, OFFLINE_VARIABLES);
  const { unstable_getMiniflareWorkerOptions } = await import('wrangler');
  return Object.fromEntries(
    WORKERS.map(({ name, config }) => {
      const { workerOptions } = unstable_getMiniflareWorkerOptions(join(REPOSITORY, config));
      const kept = Object.entries(workerOptions).filter(([key]) => !NOT_FOR_RUNTIME.has(key));
      // A round trip through JSON drops undefined entries, which Miniflare rejects.
      const options: Readonly<Record<string, unknown>> = JSON.parse(JSON.stringify(Object.fromEntries(kept)));
      return [name, options];
    }),
  );
}
