import { posix } from 'node:path';
import { findCircles } from './find-circles.ts';
import { readImports } from './read-imports.ts';
import { DEFAULT_EXPORT, EMPTY_NAMES, FOR_TESTS, LAYERED, LONG_FILES, MAX_LINES, ROOMS, type Room } from './rooms.ts';

/** Source text by path from the root of the repository, with forward slashes. */
export type Sources = ReadonlyMap<string, string>;

const SCRIPT = /\.(ts|tsx)$/;
const TEST = /\.test\.tsx?$|\/test-[a-z-]+\.ts$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|tsx|mjs|css|html|sql|json|md|toml)$/;

/** A function declared at the top of a file; callbacks inside an expression are allowed. */
const DECLARED_FUNCTION = /^(?:export )?(?:async )?(?:function\b|const \w+ = (?:async )?\([^)\n]*\)(?:: [^=\n]+)? =>)/m;

const isTest = (path: string): boolean => TEST.test(path);

/** The room of a path: the longest match in the table, or null for scripts, tests and configuration. */
function roomOf(path: string): Room | null {
  const rooms = ROOMS.filter((room) => isInside(path, room.path));
  return rooms.reduce<Room | null>((best, room) => (best && best.path.length >= room.path.length ? best : room), null);
}

/** Returns one line per violation: where, what, and how to fix it. */
export function findProblems(sources: Sources): readonly string[] {
  const paths = [...sources.keys()].filter((path) => SCRIPT.test(path)).sort();
  return [
    ...paths.flatMap((path) => [...fileProblems(path, sources.get(path) ?? ''), ...importProblems(path, sources)]),
    ...cycleProblems(paths, sources),
  ];
}

function fileProblems(path: string, source: string): readonly string[] {
  const problems: string[] = [];
  const name = posix.basename(path);
  const stem = name.slice(0, name.indexOf('.'));
  if (!KEBAB.test(name)) problems.push(`${path}: the name is not in kebab-case`);
  if (EMPTY_NAMES.has(stem)) problems.push(`${path}: the name does not say what the file does`);
  const lines = source.split('\n').length - 1;
  if (lines > MAX_LINES && !isTest(path) && !/\.data\.tsx?$/.test(path) && LONG_FILES[path] === undefined) {
    problems.push(
      `${path}: ${lines} lines, more than ${MAX_LINES}; split it, or give the reason in scripts/check-rooms/rooms.ts`,
    );
  }
  if (/\.data\.ts$/.test(name) && DECLARED_FUNCTION.test(source))
    problems.push(`${path}: declares a function; a data file holds tables only`);
  if (/^export default\b/m.test(source) && !DEFAULT_EXPORT.test(path))
    problems.push(`${path}: default export; export it by name`);
  return problems;
}

function importProblems(path: string, sources: Sources): readonly string[] {
  const room = roomOf(path);
  return readImports(sources.get(path) ?? '').flatMap((specifier) => {
    const target = resolveImport(path, specifier);
    if (target === null) return [];
    if (SCRIPT.test(target) && !sources.has(target))
      return [`${path}: imports '${specifier}', but there is no ${target}`];
    if (!room || mayImport(room, path, target)) return [];
    const allowed = room.mayImport.length === 0 ? 'nothing' : room.mayImport.join(', ');
    return [`${path}: imports ${target}, but ${room.path} may import ${allowed}`];
  });
}

function mayImport(room: Room, path: string, target: string): boolean {
  if (roomOf(target) === room) return true;
  if (isTest(path) && [...FOR_TESTS, outermostRoom(path)].some((folder) => isInside(target, folder))) return true;
  if (!room.mayImport.some((allowed) => isInside(target, allowed))) return false;
  // A test may import internal modules of the room it tests.
  if (isTest(path)) return true;
  const closed = ROOMS.filter(({ path: inner, doors }) => doors && isInside(target, inner) && !isInside(path, inner));
  return closed.every(({ doors }) => doors?.some((door) => isInside(target, door)));
}

/** Tests of a nested room may import all of the outer room. */
function outermostRoom(path: string): string {
  const around = ROOMS.map((room) => room.path).filter((room) => isInside(path, room));
  return around.reduce((outer, room) => (room.length < outer.length ? room : outer), path);
}

/** The file of an import, relative to the repository root; null for packages and platform modules. */
function resolveImport(path: string, specifier: string): string | null {
  const [plain = specifier] = specifier.split('?');
  if (plain.startsWith('.')) {
    const target = posix.join(posix.dirname(path), plain);
    // A file of a package that is not in the package's exports.
    return isInside(target, 'node_modules') ? null : target;
  }
  if (plain.startsWith('#core/') || plain.startsWith('#engine/')) return `${plain.slice(1)}.ts`;
  return null;
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** Import cycles between files, rooms and layered folders; production code only, types included. */
function cycleProblems(paths: readonly string[], sources: Sources): readonly string[] {
  const production = paths.filter((path) => !isTest(path));
  const imports = production.flatMap((from) =>
    readImports(sources.get(from) ?? '').flatMap((specifier) => {
      const to = resolveImport(from, specifier);
      return to === null ? [] : [{ from, to }];
    }),
  );
  const levels: readonly (readonly [what: string, node: (path: string) => string | undefined])[] = [
    ['files', (path) => path],
    ['rooms', (path) => roomOf(path)?.path],
    ...LAYERED.map((folder) => ['folders', (path: string) => folderIn(folder, path)] as const),
  ];
  return levels.flatMap(([what, node]) =>
    findCircles(imports.map(({ from, to }) => [node(from), node(to)])).map(
      (circle) => `${what} import each other in a circle: ${circle.join(', ')}`,
    ),
  );
}

/** The subfolder of `folder` that a file lies in. */
function folderIn(folder: string, path: string): string | undefined {
  const [first, ...rest] = isInside(path, folder) ? path.slice(folder.length + 1).split('/') : [];
  return rest.length > 0 ? first : undefined;
}
