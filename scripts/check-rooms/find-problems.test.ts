import { describe, expect, it } from 'vitest';
import { findProblems } from './find-problems.ts';

const check = (files: Readonly<Record<string, string>>): readonly string[] =>
  findProblems(new Map(Object.entries(files)));
const long = (lines: number): string => 'const line = 1;\n'.repeat(lines);

describe('rooms', () => {
  it('let through what the table allows', () => {
    expect(
      check({
        'core/domain/id.ts': 'export type Id = string;\n',
        'core/store/keys.ts': "import type { Id } from '../domain/id.ts';\nexport const key = (id: Id) => id;\n",
        'queue-consumer/consume.ts': "import { extract } from '#engine/index';\nexport { extract };\n",
        'engine/index.ts': "import type { Id } from '#core/domain/id';\nexport const extract = (id: Id) => id;\n",
      }),
    ).toEqual([]);
  });

  it('take a file of a package for the package, however it is reached', () => {
    const source = "import model from '../node_modules/models/letters.onnx';\nexport { model };\n";
    expect(check({ 'queue-consumer/engine-host.ts': source })).toEqual([]);
  });

  it.each([
    ['a static import', "import { app } from '../../worker/app.ts';\n"],
    ['a type', "import type { App } from '../../worker/app.ts';\n"],
    ['a re-export', "export { app } from '../../worker/app.ts';\n"],
    ['an import for effect', "import '../../worker/app.ts';\n"],
    ['a lazy import', "export const app = () => import('../../worker/app.ts');\n"],
    ['an import over several lines', "import {\n  app,\n} from '../../worker/app.ts';\n"],
  ])('refuse %s of a room that is not allowed', (_name, source) => {
    const problems = check({
      'worker/app.ts': 'export const app = 1;\nexport type App = 1;\n',
      'core/domain/id.ts': source,
    });
    expect(problems).toEqual([
      expect.stringContaining('core/domain/id.ts: imports worker/app.ts, but core/domain may import nothing'),
    ]);
  });

  it('refuse the engine anywhere but through its doors', () => {
    const files = {
      'engine/layout/lines.ts': 'export const lines = 1;\n',
      'queue-consumer/consume.ts': "import { lines } from '#engine/layout/lines';\nexport { lines };\n",
    };
    expect(check(files)).toHaveLength(1);
  });

  it('refuse files that import each other in a circle, inside one room too', () => {
    const files = {
      'engine/layout/lines.ts': "import { words } from './words.ts';\nexport const lines = words;\n",
      'engine/layout/words.ts':
        "import type { columns } from './columns.ts';\nexport const words = 1;\nexport type W = typeof columns;\n",
      'engine/layout/columns.ts': "import { lines } from './lines.ts';\nexport const columns = lines;\n",
    };
    expect(check(files)).toEqual([
      'files import each other in a circle: engine/layout/columns.ts, engine/layout/lines.ts, engine/layout/words.ts',
    ]);
  });

  it('refuse folders of a layered room that import each other in a circle', () => {
    const files = {
      'engine/resolve/rows/cells.ts': "import { total } from '../totals/total.ts';\nexport const cells = total;\n",
      'engine/resolve/totals/total.ts': 'export const total = 1;\n',
      'engine/resolve/totals/sums.ts': "import { row } from '../rows/row.ts';\nexport const sums = row;\n",
      'engine/resolve/rows/row.ts': 'export const row = 1;\n',
    };
    expect(check(files)).toEqual(['folders import each other in a circle: rows, totals']);
  });

  it.each(['export function size() {\n  return 1;\n}\n', 'const size = (of: string) => of.length;\n'])(
    'refuse a function in a data file: %j',
    (source) => {
      expect(check({ 'engine/languages/xx.data.ts': source })).toEqual([
        'engine/languages/xx.data.ts: declares a function; a data file holds tables only',
      ]);
    },
  );

  it('let the tests of an inner room use the room around it', () => {
    const files = {
      'engine/index.ts': 'export const extract = 1;\n',
      'engine/layout/lines.test.ts': "import { extract } from '../index.ts';\nexport { extract };\n",
    };
    expect(check(files)).toEqual([]);
  });

  it('refuse an import of a file that does not exist', () => {
    expect(check({ 'core/domain/id.ts': "import { x } from './gone.ts';\nexport { x };\n" })).toEqual([
      "core/domain/id.ts: imports './gone.ts', but there is no core/domain/gone.ts",
    ]);
  });

  it('ignore imports in comments', () => {
    expect(
      check({ 'core/domain/id.ts': "// import { app } from '../../worker/app.ts';\nexport const id = 1;\n" }),
    ).toEqual([]);
  });

  it('refuse a circle between rooms', () => {
    const problems = check({
      'core/domain/id.ts': "export { now } from '../platform/clock.ts';\n",
      'core/platform/clock.ts': "import { now } from '../domain/id.ts';\nexport { now };\n",
    });
    expect(problems.some((problem) => problem.includes('circle: core/domain, core/platform'))).toBe(true);
  });
});

describe('files', () => {
  it.each([
    ['a name in camel case', 'core/domain/documentType.ts', 'export const a = 1;\n'],
    ['a name that says nothing', 'core/domain/utils.ts', 'export const a = 1;\n'],
    ['a default export', 'core/domain/id.ts', 'export default 1;\n'],
    ['a file that is too long', 'core/domain/id.ts', long(251)],
  ])('refuse %s', (_name, path, source) => {
    expect(check({ [path]: source })).toHaveLength(1);
  });

  it.each([
    ['a long data table', 'engine/labels.data.ts', long(400)],
    ['the default export of a Worker', 'worker/index.ts', 'export default {};\n'],
    ['a file of the longest length', 'core/domain/id.ts', long(250)],
  ])('accept %s', (_name, path, source) => {
    expect(check({ [path]: source })).toEqual([]);
  });
});
