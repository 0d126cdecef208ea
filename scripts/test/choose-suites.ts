import { matchesGlob, relative, resolve } from 'node:path';
import { SUITES } from '../../tests/suites.ts';
import { REPOSITORY } from '../server/repository.ts';

/** One run of vitest: its configuration and its files. */
export interface SuiteRun {
  readonly parameters: readonly string[];
  readonly files: readonly string[];
}

const PROJECTS = {
  workers: ['--project', 'workers'],
  platform: ['-c', 'vitest.platform.config.ts'],
  node: ['--project', 'node*'],
} as const;

type Suite = keyof typeof PROJECTS;
const ORDER: readonly Suite[] = ['node', 'workers', 'platform'];
/** Arguments that are not the path of a test (a folder, a part of a name) go to the suites that start fast. */
const ANYWHERE: readonly Suite[] = ['node', 'workers'];

/**
 * The runs needed for these files, given relative to `from` or to the repository. Suites without files are not started.
 */
export function chooseSuites(files: readonly string[], from = REPOSITORY): readonly SuiteRun[] {
  const paths = files.map((file) => relative(REPOSITORY, resolve(from, file)).replaceAll('\\', '/'));
  return ORDER.flatMap((suite) => {
    const own = paths.filter((path) => suitesOf(path).includes(suite));
    return own.length === 0 ? [] : [{ parameters: PROJECTS[suite], files: own }];
  });
}

function suitesOf(path: string): readonly Suite[] {
  const isOf = (suite: Suite) => SUITES[suite].some((glob) => matchesGlob(path, glob));
  // Unit tests beside platform tests end in .test.ts; platform tests do not.
  if (isOf('workers')) return ['workers'];
  if (isOf('node')) return ['node'];
  return isOf('platform') ? ['platform'] : ANYWHERE;
}
