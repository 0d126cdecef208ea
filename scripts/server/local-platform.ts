import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConfigurationError } from '#core/domain/configuration-error';
import { isForDevelopers } from '#core/platform/deployment';
import { type Network, parseNetwork } from '#core/security/networks';
import { type Configuration, readConfiguration } from '../../worker/configuration.ts';
import { buildWeb } from './build-web.ts';
import { buildWorkers } from './build-workers.ts';
import { CommandFailure, describeDiskError } from './failure.ts';
import { migrate } from './migrate.ts';
import { openServer, type ServerLogLine, type ServerOptions } from './open-server.ts';
import type { Progress } from './progress.ts';
import { OFFLINE_VARIABLES } from './repository.ts';
import { claimState, recordServer } from './running-server.ts';
import { localSecrets } from './secrets.ts';
import { workerVariables } from './variables.ts';

export interface PlatformOptions {
  readonly stateFolder: string;
  /** 0 chooses a free port. */
  readonly port: number;
  readonly host: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly progress: Progress;
  readonly onLog: (line: ServerLogLine) => void;
  readonly companion?: ServerOptions['companion'];
}

export interface LocalPlatform {
  readonly address: string;
  readonly stateFolder: string;
  /** True if there is a demo account. */
  readonly isForDevelopers: boolean;
  /** Variables passed to the Workers, including secrets. */
  readonly variables: Readonly<Record<string, string>>;
  readonly runtimePids: readonly number[];
  runSchedule(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Runs the whole platform on this machine: builds what changed, prepares the state folder, applies migrations, serves,
 * and runs the schedule in place of the cron trigger. Uses no network.
 * @throws CommandFailure for everything the user can fix
 */
export async function startPlatform(options: PlatformOptions): Promise<LocalPlatform> {
  const stateFolder = resolve(options.stateFolder);
  const { progress } = options;
  Object.assign(process.env, OFFLINE_VARIABLES);
  const publicUrl = options.port === 0 ? {} : { PUBLIC_URL: `http://localhost:${options.port}` };
  const secrets = await prepareState(stateFolder);
  const variables = { ...secrets, ...publicUrl, ...workerVariables(options.environment) };
  const configuration = requireConfiguration(variables);
  const trustedProxies = readTrustedProxies(options.environment['TRUSTED_PROXIES'] ?? '');
  const [workers] = await Promise.all([
    progress.step('workers', buildWorkers, (build) => (build.fresh ? 'built' : 'unchanged')),
    progress.step('web', buildWeb, (built) => (built ? 'built' : 'unchanged')),
  ]);
  const server = await progress.step('runtime', () =>
    openServer({
      workers: workers.workers,
      stateFolder,
      host: options.host,
      port: options.port,
      trustedProxies,
      variables,
      onLog: options.onLog,
      ...(options.companion ? { companion: options.companion } : {}),
    }),
  );
  const forget = await recordServer(stateFolder, server.address, server.runtimePids);
  let timer: NodeJS.Timeout | undefined;
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    clearInterval(timer);
    await server.stop();
    await forget();
  };
  try {
    await progress.step(
      'database',
      async () => migrate(await server.database()),
      (applied) => (applied.length === 0 ? 'up to date' : `applied ${applied.join(', ')}`),
    );
    await server.runSchedule();
    server.admit();
  } catch (error) {
    await stop();
    throw error;
  }
  timer = setInterval(() => {
    server.runSchedule().catch((error: unknown) => {
      if (!stopping)
        options.onLog({
          timestamp: Date.now(),
          level: 'error',
          message: `the schedule could not run: ${String(error)}`,
        });
    });
  }, Math.max(1, configuration.settings.SWEEP_INTERVAL_SECONDS) * 1000);
  return {
    address: server.address,
    stateFolder,
    isForDevelopers: isForDevelopers(configuration.environment),
    variables,
    runtimePids: server.runtimePids,
    runSchedule: () => server.runSchedule(),
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}

/**
 * Minimum free disk space. Below it the runtime crashes during a write, with an error that does not mention the disk.
 */
const MIN_FREE_BYTES = 64 * 1024 * 1024;

async function prepareState(stateFolder: string): Promise<Readonly<Record<string, string>>> {
  try {
    await mkdir(stateFolder, { recursive: true });
    await access(stateFolder, constants.W_OK);
    const { bavail, bsize } = await statfs(stateFolder);
    if (bavail * bsize < MIN_FREE_BYTES) throw Object.assign(new Error('too little space'), { code: 'ENOSPC' });
    await claimState(stateFolder);
    return await localSecrets(stateFolder);
  } catch (error) {
    const reason = describeDiskError(error, stateFolder);
    if (reason !== null) throw new CommandFailure(reason);
    throw error;
  }
}

/** Networks and addresses, separated by commas. @throws CommandFailure */
function readTrustedProxies(text: string): readonly Network[] {
  const entries = text.split(',').map((each) => each.trim());
  return entries
    .filter((each) => each !== '')
    .map((each) => {
      const network = parseNetwork(each);
      if (network) return network;
      throw new CommandFailure('TRUSTED_PROXIES must list networks such as 10.0.0.0/8. See docs/configuration.md.');
    });
}

/** Validates the variables like the Workers do, with a one-line error. @throws CommandFailure */
function requireConfiguration(variables: Readonly<Record<string, string>>): Configuration {
  try {
    return readConfiguration(variables);
  } catch (error) {
    if (error instanceof ConfigurationError) throw new CommandFailure(`${error.message}. See docs/configuration.md.`);
    throw error;
  }
}
