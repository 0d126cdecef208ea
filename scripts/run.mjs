/**
 * `node scripts/run.mjs SCRIPT [arguments]`: runs one of the TypeScript commands beside it from a fresh clone. Works
 * under any Node from 18 with nothing installed: installs the locked dependencies when they are missing or differ from
 * package-lock.json, then starts the Node version among them. Must only import built-in Node modules.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants as osConstants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import './list-languages.mjs';

/** The first Node release line that runs TypeScript directly and that wrangler accepts. */
const NEEDED_NODE = 24;
const OLDEST_NODE = 18;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const nodeMajor = Number(process.versions.node.split('.')[0]);

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/**
 * Package path -> version of a lock file. The hidden lock file in node_modules is npm's record of what it installed.
 */
function lockedVersions(path) {
  const { packages } = JSON.parse(readFileSync(path, 'utf8'));
  return new Map(
    Object.entries(packages)
      .filter(([name, entry]) => name !== '' && !entry.optional && !entry.peer)
      .map(([name, entry]) => [name, entry.version]),
  );
}

function installed() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const present = lockedVersions(record);
  return [...lockedVersions(join(root, 'package-lock.json'))].every(([name, version]) => present.get(name) === version);
}

function install() {
  const started = Date.now();
  process.stderr.write('dependencies: installing from package-lock.json (about half a minute the first time)\n');
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
  // Not `npm ci`: it rejects the whole lock file when a registry lacks metadata of another platform's binaries.
  const flags = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...flags], options)
    : spawnSync('npm', flags, options);
  if (done.error)
    fail(`dependencies: npm could not be started (${done.error.message}). Install npm and run the command again.`);
  if (done.status !== 0)
    fail(
      'dependencies: npm install failed, see its message above. Check the connection to your package registry and run the command again.',
    );
  process.stderr.write(`dependencies: installed in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

const [, , script, ...rest] = process.argv;
if (nodeMajor < OLDEST_NODE)
  fail(`This needs Node ${OLDEST_NODE} or newer to begin with; this is Node ${process.versions.node}.`);
if (!script) fail('usage: node scripts/run.mjs SCRIPT [arguments]');
if (!installed()) install();

const target = resolve(root, script);
if (nodeMajor >= NEEDED_NODE) {
  process.argv.splice(1, 2, target);
  await import(pathToFileURL(target).href);
} else {
  const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (!existsSync(node))
    fail('node_modules holds no Node of its own. Remove the folder node_modules and run the command again.');
  const bin = join(root, 'node_modules', '.bin');
  const env = { ...process.env, PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}` };
  const child = spawn(node, [fileURLToPath(import.meta.url), script, ...rest], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`${node} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (osConstants.signals[signal] ?? 1)));
}
