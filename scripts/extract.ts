/**
 * `npm run extract -- FILE… [--json] [--type T] [--template ID|FILE]`: runs the engine on files, without the platform.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DOCUMENT_TYPES, isDocumentType } from '#core/domain/document-types';
import type { ExtractionResult } from '#core/domain/result';
import { extract } from '#engine/index';
import type { EngineInput } from '#engine/model';
import { nodeEngineHost } from './engine-host.ts';
import { findTemplate } from './extract/find-template.ts';
import { printResult } from './extract/print-result.ts';

const USAGE = 'usage: npm run extract -- FILE… [--json] [--type TYPE] [--template ID|FILE]';

type Hints = Omit<EngineInput, 'bytes'>;

type FileAnswer =
  | { readonly file: string; readonly result: ExtractionResult }
  | { readonly file: string; readonly error: { readonly code: string; readonly message: string } };

const host = nodeEngineHost();

/** Never throws: unreadable files and engine errors are returned as results. */
async function extractFile(file: string, hints: Hints): Promise<FileAnswer> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch {
    return { file, error: { code: 'unreadable_file', message: 'The file could not be opened.' } };
  }
  try {
    const outcome = await extract({ bytes, ...hints }, host);
    return outcome.ok ? { file, result: outcome.result } : { file, error: outcome.error };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { file, error: { code: 'internal_error', message } };
  }
}

/** Expands folders to all files below them, in name order. */
async function listFiles(paths: readonly string[]): Promise<readonly string[]> {
  const lists = paths.map(async (path) => {
    const info = await stat(path).catch(() => undefined);
    if (!info?.isDirectory()) return [path];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  });
  return (await Promise.all(lists)).flat();
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, type: { type: 'string' }, template: { type: 'string' } },
  });
  if (positionals.length === 0) {
    console.error(USAGE);
    return 2;
  }
  const { type } = values;
  if (type !== undefined && !isDocumentType(type)) {
    console.error(`unknown type ${type}; one of ${DOCUMENT_TYPES.join(', ')}`);
    return 2;
  }
  const template = values.template === undefined ? undefined : await findTemplate(values.template);
  if (typeof template === 'string') {
    console.error(template);
    return 2;
  }
  const hints = { ...(type && { documentType: type }), ...(template && { template }) };
  const files = await listFiles(positionals);
  const single = files.length === 1 && files[0] === positionals[0];
  if (!single) {
    for (const file of files) console.log(JSON.stringify(await extractFile(file, hints)));
    return 0;
  }
  const answer = await extractFile(files[0] ?? '', hints);
  if ('error' in answer) {
    if (values.json || !process.stdout.isTTY) console.log(JSON.stringify(answer));
    else console.error(`${answer.file}: ${answer.error.message} (${answer.error.code})`);
    return 1;
  }
  if (values.json || !process.stdout.isTTY) console.log(JSON.stringify(answer.result, null, 2));
  else printResult(answer.result);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`extract: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 2;
}
