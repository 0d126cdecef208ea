import { expect, test } from 'vitest';
import { chooseSuites } from './choose-suites.ts';

const NODE = ['--project', 'node*'];
const WORKERS = ['--project', 'workers'];
const PLATFORM = ['-c', 'vitest.platform.config.ts'];

test.each([
  ['engine/pace.test.ts', [NODE]],
  ['web/src/state/uploads.test.ts', [NODE]],
  ['tests/documentation/attack-index.test.ts', [NODE]],
  ['core/domain/slug.test.ts', [WORKERS]],
  ['tests/workers/matrix.test.ts', [WORKERS]],
  ['tests/browser/access-pages.ts', [PLATFORM]],
  ['tests/documentation/examples.ts', [PLATFORM]],
  ['engine/read', [NODE, WORKERS]],
])('%s runs in its suite only', (file, suites) => {
  expect(chooseSuites([file]).map(({ parameters }) => parameters)).toEqual(suites);
});

test('files of several suites are one run of each', () => {
  const runs = chooseSuites(['core/domain/slug.test.ts', 'engine/pace.test.ts', 'core/domain/id.test.ts']);
  expect(runs).toEqual([
    { parameters: NODE, files: ['engine/pace.test.ts'] },
    { parameters: WORKERS, files: ['core/domain/slug.test.ts', 'core/domain/id.test.ts'] },
  ]);
});
