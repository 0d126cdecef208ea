import { createServer } from 'node:net';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import type { Network } from '#core/security/networks';
import { member } from '../start/api-client.ts';
import { WEB_FOLDER } from './build-web.ts';
import type { WorkerBuild } from './build-workers.ts';
import { egressNetwork } from './egress.ts';
import { CommandFailure, systemErrorCode } from './failure.ts';
import { openFrontDoor } from './front-door.ts';
import type { MigratedDatabase } from './migrate.ts';
import { workerdChildren } from './process-table.ts';
import { readModules } from './worker-modules.ts';

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface ServerLogLine {
  readonly timestamp: number;
  readonly level: string;
  readonly message: string;
}

export interface ServerOptions {
  readonly workers: readonly WorkerBuild[];
  readonly stateFolder: string;
  readonly host: string;
  readonly port: number;
  /** Proxies whose `X-Forwarded-For` is trusted. */
  readonly trustedProxies: readonly Network[];
  /** Passed to both Workers; overrides the toml files. */
  readonly variables: Readonly<Record<string, string>>;
  readonly onLog: (line: ServerLogLine) => void;
  /** A further Worker under its own host name: the benchmark's baseline. */
  readonly companion?: { readonly name: string; readonly host: string; readonly script: string };
}

/**
 * Miniflare reads V8's flags from here. V8's nursery never shrinks; with semi-spaces of at most 4 MB the hostile files
 * of `npm test` peaked lower (244 MiB over the start in one run, against 258 to 287 without).
 */
const V8_FLAGS_VARIABLE = 'MINIFLARE_WORKERD_V8_FLAGS';
const SMALL_NURSERY = '--max-semi-space-size=4';

/** Both Workers with all their bindings in one workerd, served on one address. */
export interface LocalServer {
  /** Its address on this machine, without a trailing slash. */
  readonly address: string;
  readonly runtimePids: readonly number[];
  database(): Promise<MigratedDatabase>;
  /** Lets requests through. Until then they wait: the database may not have its tables yet. */
  admit(): void;
  /** Fires the API Worker's cron handler once. */
  runSchedule(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the built Workers. @throws CommandFailure if the port is taken or the address is not one of this machine */
export async function openServer(options: ServerOptions): Promise<LocalServer> {
  await requireFreePort(options.host, options.port);
  const before = STOP_SIGNALS.map((signal) => process.listeners(signal));
  process.env[V8_FLAGS_VARIABLE] ??= SMALL_NURSERY;
  const server = new Miniflare(
    convertV4MiniflareOptions({
      // Reached through the front door only, which sets the client's address.
      host: '127.0.0.1',
      port: 0,
      cf: false,
      telemetry: { enabled: false },
      logRequests: false,
      log: new Log(LogLevel.WARN),
      handleStructuredLogs: options.onLog,
      resourcePersistencePath: join(options.stateFolder, 'v3'),
      workers: [
        ...(await Promise.all(options.workers.map((worker) => workerOptions(worker, options.variables)))).flat(),
        ...(options.companion ? [companionOptions(options.companion, options.workers[0]?.options['d1Databases'])] : []),
      ],
    }),
  );
  // Miniflare exits the process on these signals, which would interrupt an orderly stop.
  for (const [index, signal] of STOP_SIGNALS.entries()) {
    const added = process.listeners(signal).filter((listener) => !before[index]?.includes(listener));
    for (const listener of added) process.removeListener(signal, listener);
  }
  try {
    const { port: runtimePort } = await server.ready;
    const { host, port: wanted, trustedProxies } = options;
    let admit: (() => void) | undefined;
    const admission = new Promise<void>((resolve) => {
      admit = resolve;
    });
    const door = await openFrontDoor({
      host,
      port: wanted,
      runtimePort: Number(runtimePort),
      trustedProxies,
      admission,
    });
    const { port } = door;
    return {
      address: `http://${reachableHost(options.host)}:${port}`,
      runtimePids: await workerdChildren(process.pid),
      database: async () => (await server.getD1Database('DB', 'api')) satisfies MigratedDatabase,
      admit: () => admit?.(),
      async runSchedule() {
        const api = await server.getWorker('api');
        await api.scheduled({ cron: '* * * * *' });
      },
      async stop() {
        await door.close();
        await server.dispose();
      },
    };
  } catch (error) {
    await server.dispose();
    throw error;
  }
}

function companionOptions({ name, host, script }: NonNullable<ServerOptions['companion']>, d1Databases: unknown) {
  return {
    name,
    routes: [`${host}/*`],
    compatibilityDate: '2026-08-01',
    ...(typeof d1Databases === 'object' ? { d1Databases: { ...d1Databases } } : {}),
    modules: [{ type: 'ESModule' as const, path: 'index.js', contents: script }],
  };
}

async function workerOptions(worker: WorkerBuild, variables: Readonly<Record<string, string>>) {
  const { assets, bindings, modulesRules, serviceBindings, ...options } = worker.options;
  const modules = await readModules(worker.folder, modulesRules);
  const own = {
    ...options,
    bindings: { ...(typeof bindings === 'object' ? bindings : {}), ...variables },
    name: worker.name,
    modules: [...modules],
  };
  if (!assets) return [own];
  const web = `${worker.name}-web`;
  const binding = member(assets, 'binding');
  const services = {
    ...(typeof serviceBindings === 'object' ? serviceBindings : {}),
    [String(binding)]: web,
    EGRESS: { network: egressNetwork(variables['EGRESS_TEST_ALLOW']) },
  };
  return [{ ...own, serviceBindings: services }, webOptions(web, assets)];
}

/**
 * Serves the built files from a separate Worker, bound as in the toml file. In the API Worker they would add a
 * JavaScript router to every request; in a deployment, `run_worker_first` costs nothing.
 */
function webOptions(name: string, assets: object) {
  return {
    name,
    compatibilityDate: '2026-08-01',
    assets: { ...assets, directory: WEB_FOLDER, run_worker_first: false, routerConfig: { has_user_worker: false } },
    modules: [{ type: 'ESModule' as const, path: 'index.js', contents: 'export default {}' }],
  };
}

/** Checks the port before the runtime does, whose error for a taken port is a page long. */
function requireFreePort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const code = systemErrorCode(error);
      if (code === 'EADDRINUSE')
        reject(new CommandFailure(`Port ${port} is already in use on ${host}. Choose another one with --port N.`));
      else if (code === 'EACCES')
        reject(new CommandFailure(`Port ${port} may not be used by this user. Choose one above 1023 with --port N.`));
      else if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        reject(new CommandFailure(`${host} is no address of this machine. Choose another one with --host ADDRESS.`));
      else reject(error);
    });
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
