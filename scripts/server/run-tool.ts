import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { OFFLINE_VARIABLES, REPOSITORY } from './repository.ts';

export interface ToolRun {
  readonly code: number;
  /** Both streams, in order of arrival, without colours. */
  readonly output: string;
  readonly milliseconds: number;
}

/** Runs one of the installed command-line tools in the repository, offline, and captures its output. */
export function runTool(
  tool: string,
  parameters: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<ToolRun> {
  const started = performance.now();
  const bin = join(REPOSITORY, 'node_modules', '.bin');
  return new Promise((resolve, reject) => {
    const child = spawn(join(bin, tool), parameters, {
      cwd: REPOSITORY,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...OFFLINE_VARIABLES,
        PATH: `${bin}:${process.env['PATH'] ?? ''}`,
        FORCE_COLOR: '0',
        NO_COLOR: '1',
        ...variables,
      },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({
        code: code ?? 1,
        output: stripVTControlCharacters(Buffer.concat(chunks).toString('utf8')),
        milliseconds: performance.now() - started,
      });
    });
  });
}
