import { join } from 'node:path';
import { OFFLINE_VARIABLES, REPOSITORY, WORKERS } from './repository.ts';

/** What Miniflare 5 does not take. `modulesRules` stays in the kept answer: it tells what kind a bundled file is. */
const NOT_FOR_RUNTIME: ReadonlySet<string> = new Set(['rootPath']);

/**
 * Both tomls in Miniflare's words, by Worker name, as plain data. wrangler takes over a second to load, so the answer
 * is kept with the build. The calls are marked unstable by wrangler: its version is pinned.
 */
export async function readWorkerOptions(): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>> {
  Object.assign(process.env, OFFLINE_VARIABLES);
  const { unstable_getMiniflareWorkerOptions } = await import('wrangler');
  return Object.fromEntries(
    WORKERS.map(({ name, config }) => {
      const { workerOptions } = unstable_getMiniflareWorkerOptions(join(REPOSITORY, config));
      const kept = Object.entries(workerOptions).filter(([key]) => !NOT_FOR_RUNTIME.has(key));
      // A round trip through JSON drops undefined entries, which Miniflare refuses.
      const options: Readonly<Record<string, unknown>> = JSON.parse(JSON.stringify(Object.fromEntries(kept)));
      return [name, options];
    }),
  );
}
