import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { REPOSITORY } from '../server/repository.ts';
import type { Pattern } from './find-patterns.ts';

/**
 * Collects the sources of regular expressions that modules build from constants when they are loaded: each module is
 * loaded with a `RegExp` that records its arguments.
 */
export async function recordBuilt(paths: readonly string[]): Promise<readonly Pattern[]> {
  const found: Pattern[] = [];
  const original = globalThis.RegExp;
  const recorder = new Proxy(original, {
    construct(target, [source, flags]: [string | RegExp, string | undefined], newTarget) {
      const place = callerInRepository();
      if (place !== undefined && typeof source === 'string') found.push({ source, flags: flags ?? '', place });
      return Reflect.construct(target, [source, flags], newTarget);
    },
  });
  Object.assign(globalThis, { RegExp: recorder });
  try {
    for (const path of paths) await import(pathToFileURL(join(REPOSITORY, path)).href);
  } finally {
    Object.assign(globalThis, { RegExp: original });
  }
  return found;
}

/** The line that called the recorder: the third stack frame, after this function and the trap. */
function callerInRepository(): string | undefined {
  const line = new Error('where').stack?.split('\n')[3] ?? '';
  const from = line.indexOf(`${REPOSITORY}/`);
  if (from < 0 || line.includes('node_modules')) return undefined;
  const [path, row] = line.slice(from + REPOSITORY.length + 1).split(':');
  return `${path}:${row}`;
}
