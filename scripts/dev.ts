/**
 * `npm run dev`: the application and both Workers under vite; edits are live immediately. Uses the data of `npm start`.
 */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { createServer } from 'vite';
import { CommandFailure, describeDiskError, runCommand } from './server/failure.ts';
import { migrate } from './server/migrate.ts';
import { createProgress } from './server/progress.ts';
import { OFFLINE_VARIABLES, REPOSITORY } from './server/repository.ts';
import { claimState, recordServer } from './server/running-server.ts';
import { localSecrets } from './server/secrets.ts';
import { readWorkerOptions } from './server/worker-options.ts';
import { parseStartOptions, USAGE } from './start/options.ts';
import { untilStopped } from './start/until-stopped.ts';

async function main(): Promise<number> {
  const options = parseStartOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  const stopped = untilStopped();
  const state = resolve(options.state);
  const progress = createProgress((line) => console.log(line));
  await progress.step('database', () => prepareState(state));
  const server = await progress.step('vite', async () => {
    Object.assign(process.env, OFFLINE_VARIABLES, { NEOCAPTURED_STATE: state });
    const created = await createServer({
      configFile: join(REPOSITORY, 'vite.dev.config.ts'),
      server: { host: options.host, port: options.port, strictPort: true },
    });
    return created.listen();
  });
  const forget = await recordServer(state, `port ${options.port}`, []);
  server.printUrls();
  await stopped;
  await server.close();
  await forget();
  return 0;
}

/** Loads secrets into the environment and applies migrations, using a runtime with only the database. */
async function prepareState(state: string): Promise<void> {
  try {
    await mkdir(state, { recursive: true });
    await claimState(state);
    const secrets = await localSecrets(state);
    for (const [name, value] of Object.entries(secrets)) process.env[name] ??= value;
  } catch (error) {
    const reason = describeDiskError(error, state);
    throw reason === null ? error : new CommandFailure(reason);
  }
  const { api } = await readWorkerOptions();
  const databases: Readonly<Record<string, { readonly id: string }>> = JSON.parse(JSON.stringify(api?.['d1Databases']));
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      telemetry: { enabled: false },
      resourcePersistencePath: join(state, 'v3'),
      workers: [
        {
          name: 'api',
          compatibilityDate: '2026-08-01',
          modules: [{ type: 'ESModule', path: 'index.js', contents: 'export default {}' }],
          d1Databases: databases,
        },
      ],
    }),
  );
  try {
    await migrate(await runtime.getD1Database('DB', 'api'));
  } finally {
    await runtime.dispose();
  }
}

await runCommand(main);
process.exit();
