import { posix } from 'node:path';
import { ROOMS, type Room } from './rooms.ts';

/** Longest room card, in lines. */
const MAX_CARD_LINES = 25;

const BACKTICKED = /`([^`]+)`/g;
/** Text that looks like a repository path: letters, slashes and dots, with a slash or a file extension; no dates. */
const PATH = /^(?!\d)(#?[a-z0-9@.-]+\/)+[a-z0-9.*-]*$|^[a-z0-9-]+\.(ts|tsx|md|toml|json|sql)$/i;
const MAY_IMPORT = /^(?:[-*]\s*)?\*{0,2}May import:?\*{0,2}:?(.*)$/im;

/**
 * Errors of a room card (the README.md of a room's folder): too long, a path that does not exist, or a "May import"
 * line that differs from the table.
 *
 * @param exists whether a path from the repository's root is a file or a folder
 */
export function findCardProblems(card: string, text: string, exists: (path: string) => boolean): readonly string[] {
  const problems: string[] = [];
  const lines = text.trimEnd().split('\n').length;
  if (lines > MAX_CARD_LINES) problems.push(`${card}: ${lines} lines, a room card has at most ${MAX_CARD_LINES}`);
  const folder = posix.dirname(card);
  for (const [, path = ''] of text.matchAll(BACKTICKED)) {
    if (!PATH.test(path) || path.includes('*')) continue;
    const candidates = path.startsWith('#') ? [path.slice(1), `${path.slice(1)}.ts`] : [path, posix.join(folder, path)];
    if (!candidates.some(exists)) problems.push(`${card}: speaks of \`${path}\`, which does not exist`);
  }
  const room = ROOMS.find(({ path }) => path === folder);
  if (room) problems.push(...permissionProblems(card, text, room));
  return problems;
}

function permissionProblems(card: string, text: string, room: Room): readonly string[] {
  const line = MAY_IMPORT.exec(text)?.[1];
  if (line === undefined) return [`${card}: has no line "May import:"`];
  const named = [...line.matchAll(BACKTICKED)].map(([, name = '']) => name.replace(/^#/, '').replace(/\/$/, ''));
  // Nested rooms need not be listed.
  const outside = (path: string) => !path.startsWith(`${room.path}/`);
  const said = named.flatMap(roomsUnder).filter(outside).sort();
  const meant = room.mayImport.filter(outside).sort();
  if (said.join() === meant.join()) return [];
  return [
    `${card}: says it may import ${said.join(', ') || 'nothing'}; the table says ${meant.join(', ') || 'nothing'}`,
  ];
}

/** A folder of rooms covers all of them. */
function roomsUnder(name: string): readonly string[] {
  const rooms = ROOMS.filter(({ path }) => path.startsWith(`${name}/`)).map(({ path }) => path);
  return rooms.length === 0 || ROOMS.some(({ path }) => path === name) ? [name] : rooms;
}
