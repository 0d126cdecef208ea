import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WEB_FOLDER } from './build-web.ts';
import { contentHash } from './content-hash.ts';
import { CommandFailure } from './failure.ts';
import { REPOSITORY, WORKERS, type WorkerName } from './repository.ts';
import { runTool } from './run-tool.ts';
import { readWorkerOptions } from './worker-options.ts';

/** Inputs of the bundles. */
const SOURCES = [
  'worker',
  'queue-consumer',
  'core',
  'engine',
  'wrangler.toml',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'scripts/server/build-workers.ts',
  'scripts/server/worker-options.ts',
];
/** Number of builds kept besides the newest, so that switching back to the previous branch needs no build. */
const KEPT_BUILDS = 3;

export interface WorkersBuild {
  readonly fresh: boolean;
  readonly workers: readonly WorkerBuild[];
}

export interface WorkerBuild {
  readonly name: WorkerName;
  /** Folder that holds `index.js` and the compiled modules. */
  readonly folder: string;
  /** The Worker's bindings and limits from its toml file, as Miniflare options. */
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * Bundles both Workers with wrangler, so the code that runs here is byte for byte what a deploy would upload.
 * Builds are cached by the hash of their sources.
 */
export async function buildWorkers(): Promise<WorkersBuild> {
  const hash = await contentHash(REPOSITORY, SOURCES, 'workers/2');
  const shelf = join(REPOSITORY, 'dist', 'workers');
  const folder = join(shelf, hash.slice(0, 16));
  const known = await readBuild(folder);
  if (known) return { fresh: false, workers: known };

  // wrangler fails if the assets folder is missing; the web application is built at the same time.
  await mkdir(WEB_FOLDER, { recursive: true });
  const draft = join(shelf, `.draft-${process.pid}-${Date.now()}`);
  await mkdir(draft, { recursive: true });
  try {
    await Promise.all(WORKERS.map((worker) => bundle(worker.config, join(draft, worker.name))));
    await writeFile(join(draft, 'options.json'), JSON.stringify(await readWorkerOptions()));
    // Another process may have finished the same build meanwhile; its result is equivalent.
    await rename(draft, folder).catch(async (error: unknown) => {
      if (!(await readBuild(folder))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  await dropOldBuilds(shelf);
  const workers = await readBuild(folder);
  if (!workers)
    throw new CommandFailure(`The build in ${folder} disappeared while it was made. Run the command again.`);
  return { fresh: true, workers };
}

async function bundle(config: string, outdir: string): Promise<void> {
  const run = await runTool('wrangler', ['deploy', '--dry-run', '--outdir', outdir, '-c', config]);
  if (run.code !== 0) throw new CommandFailure(`${run.output.trim()}\n\n${config} does not build, see above.`);
}

async function readBuild(folder: string): Promise<readonly WorkerBuild[] | null> {
  const text = await readFile(join(folder, 'options.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  const options: Readonly<Record<string, Readonly<Record<string, unknown>>>> = JSON.parse(text);
  return WORKERS.map(({ name }) => ({ name, folder: join(folder, name), options: options[name] ?? {} }));
}

async function dropOldBuilds(shelf: string): Promise<void> {
  const entries = await readdir(shelf, { withFileTypes: true });
  const builds = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name);
  const dated = await Promise.all(builds.map(async (name) => ({ name, built: await builtAt(join(shelf, name)) })));
  dated.sort((a, b) => b.built - a.built);
  for (const { name } of dated.slice(1 + KEPT_BUILDS)) await rm(join(shelf, name), { recursive: true, force: true });
}

async function builtAt(folder: string): Promise<number> {
  return (await stat(join(folder, 'options.json')).catch(() => null))?.mtimeMs ?? 0;
}
