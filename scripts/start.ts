/** `npm start`: the whole platform on this machine, from a fresh clone, without an account or a network. */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { drawInvoice, SAMPLE_INVOICE } from './sample/invoice-pdf.ts';
import { CommandFailure, runCommand } from './server/failure.ts';
import { type LocalPlatform, startPlatform } from './server/local-platform.ts';
import type { ServerLogLine } from './server/open-server.ts';
import { createProgress, seconds } from './server/progress.ts';
import { runningAddress } from './server/running-server.ts';
import { type DemoAccount, demoAccount } from './start/demo-account.ts';
import { parseStartOptions, type StartOptions, USAGE } from './start/options.ts';
import { showDocument } from './start/show-document.ts';
import { untilStopped } from './start/until-stopped.ts';

/** Exit code of a command ended by Ctrl-C. */
const INTERRUPTED = 130;
const LOUD_LEVELS: ReadonlySet<string> = new Set(['warn', 'error']);

async function main(): Promise<number> {
  const options = parseStartOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  const running = options.demo === null ? null : await runningAddress(resolve(options.state));
  if (options.demo !== null && running !== null) {
    await showDemo(running, options.state, options.demo);
    return 0;
  }
  const started = performance.now();
  const stopped = untilStopped();
  let serving = false;
  // Before it serves, no orderly stop is needed.
  void stopped.then(() => serving || process.exit(INTERRUPTED));
  console.log('NeoCaptured');
  const progress = createProgress((line) => console.log(line));
  const platform = await startPlatform({
    stateFolder: options.state,
    port: options.port,
    host: options.host,
    environment: process.env,
    progress,
    onLog: createLogSink(options),
  });
  serving = true;
  try {
    const account = await prepareDemo(platform, progress);
    console.log(`  ready         ${seconds(performance.now() - started)}\n`);
    if (options.demo !== null) {
      await showDemo(platform.address, options.state, options.demo);
      return 0;
    }
    await printWelcome(platform, account);
    if (options.open && process.stdout.isTTY) openBrowser(platform.address);
    await stopped;
    console.log('\nstopping');
  } finally {
    await platform.stop();
  }
  return 0;
}

/** Uploads the file to a running server with its demo account. */
async function showDemo(address: string, stateFolder: string, file: string): Promise<void> {
  if (process.env['ENVIRONMENT'] === 'production')
    throw new CommandFailure('--demo needs the demo account, which a production server does not have.');
  const { apiKey } = await demoAccount(address, stateFolder);
  await showDocument(address, apiKey, file);
}

async function prepareDemo(
  platform: LocalPlatform,
  progress: ReturnType<typeof createProgress>,
): Promise<DemoAccount | null> {
  if (!platform.isForDevelopers) return null;
  return progress.step('demo account', () => demoAccount(platform.address, platform.stateFolder));
}

async function printWelcome({ address, stateFolder }: LocalPlatform, account: DemoAccount | null): Promise<void> {
  await writeFile(join(stateFolder, 'address'), `${address}\n`);
  console.log(`Open      ${address}`);
  if (account) {
    const sample = join(stateFolder, 'sample-invoice.pdf');
    await writeFile(sample, await drawInvoice(SAMPLE_INVOICE));
    console.log(`Sign in   ${account.email}  ${account.password}`);
    console.log('Try it');
    console.log(
      `  curl -s -H "Authorization: Bearer ${account.apiKey}" -F "file=@${relative(process.cwd(), sample)}" ${address}/api/v1/inference/process-document`,
    );
  }
  console.log(`Log       ${relative(process.cwd(), join(stateFolder, 'server.log'))}`);
  console.log('Stop      Ctrl-C');
}

/** Writes every line to the log file, and warnings and errors (with --verbose all lines) to the terminal. */
function createLogSink({ state, verbose }: StartOptions): (line: ServerLogLine) => void {
  const lines = createLazyFile(join(state, 'server.log'));
  return ({ level, message }) => {
    lines(`${message}\n`);
    if (verbose || LOUD_LEVELS.has(level)) console.error(message);
  };
}

function createLazyFile(path: string): (text: string) => void {
  let stream: ReturnType<typeof createWriteStream> | undefined;
  return (text) => {
    if (!stream) {
      stream = createWriteStream(path, { flags: 'a' });
      stream.on('error', (error) => console.error(`the log file cannot be written: ${error.message}`));
    }
    stream.write(text);
  };
}

/** Best effort: machines without a desktop have no such program. */
function openBrowser(address: string): void {
  const opener = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open';
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

await runCommand(main);
// Handles of the runtime may remain open after an orderly stop; there is nothing left to wait for.
process.exit();
