import { matchesGlob, relative, resolve } from 'node:path';
import { SUITES } from '../../tests/suites.ts';
import { REPOSITORY } from '../server/repository.ts';

/** One run of vitest: where it takes its configuration from, and the files it is asked for. */
export interface SuiteRun {
  readonly parameters: readonly string[];
  readonly files: readonly string[];
}

const PROJECTS = {
  workers: ['--project', 'workers'],
  platform: ['-c', 'vitest.platform.config.ts'],
  node: ['--project', 'node'],
} as const;

type Suite = keyof typeof PROJECTS;
const ORDER: readonly Suite[] = ['node', 'workers', 'platform'];
/** Whatever is no path of one test (a folder, a part of a name) is asked of the suites that start fast. */
const ANYWHERE: readonly Suite[] = ['node', 'workers'];

/** The runs that these files take, relative to `from` or to the repository; a suite that has none of them is not started. */
export function chooseSuites(files: readonly string[], from = REPOSITORY): readonly SuiteRun[] {
  const paths = files.map((file) => relative(REPOSITORY, resolve(from, file)).replaceAll('\\', '/'));
  return ORDER.flatMap((suite) => {
    const own = paths.filter((path) => suitesOf(path).includes(suite));
    return own.length === 0 ? [] : [{ parameters: PROJECTS[suite], files: own }];
  });
}

function suitesOf(path: string): readonly Suite[] {
  const isOf = (suite: Suite) => SUITES[suite].some((glob) => matchesGlob(path, glob));
  // A unit test beside platform tests ends in .test.ts, and platform tests do not.
  if (isOf('workers')) return ['workers'];
  if (isOf('node')) return ['node'];
  return isOf('platform') ? ['platform'] : ANYWHERE;
}
