import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { member } from '../start/api-client.ts';
import { CommandFailure } from './failure.ts';

const MODULE_KINDS = ['ESModule', 'CompiledWasm', 'Data', 'Text'] as const;
export type ModuleKind = (typeof MODULE_KINDS)[number];

export interface WorkerModule {
  readonly type: ModuleKind;
  readonly path: string;
  readonly contents: Buffer;
}

/** Files that wrangler writes in addition to the modules. */
const NO_MODULES = /\.map$|^README\.md$/;
const ENTRY = 'index.js';

/**
 * The modules of a bundle, the entry first. @throws CommandFailure for a file without a matching rule in the toml file
 */
export async function readModules(folder: string, rules: unknown): Promise<readonly WorkerModule[]> {
  const files = (await readdir(folder)).filter((file) => !NO_MODULES.test(file));
  files.sort((a, b) => Number(b === ENTRY) - Number(a === ENTRY));
  return Promise.all(
    files.map(async (path) => {
      const type = moduleKind(path, rules);
      if (type === null)
        throw new CommandFailure(
          `${folder} holds ${path}, and no rule of the wrangler.toml says what kind of module it is.`,
        );
      return { type, path, contents: await readFile(join(folder, path)) };
    }),
  );
}

/** The type of a bundled file by wrangler's rules: the first whose pattern has the file's ending. */
export function moduleKind(file: string, rules: unknown): ModuleKind | null {
  if (file.endsWith('.js')) return 'ESModule';
  for (const rule of Array.isArray(rules) ? rules : []) {
    const include: unknown = member(rule, 'include');
    const named =
      Array.isArray(include) &&
      include.some((glob) => typeof glob === 'string' && file.endsWith(glob.slice(glob.lastIndexOf('*') + 1)));
    const kind = MODULE_KINDS.find((known) => known === member(rule, 'type'));
    if (named && kind) return kind;
  }
  return null;
}
