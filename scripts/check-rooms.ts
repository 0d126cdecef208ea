/** `npm run check:rooms`: checks imports between rooms, names, file sizes and room cards. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findProblems } from './check-rooms/find-problems.ts';
import { listFiles } from './check-rooms/list-files.ts';
import { findCardProblems } from './check-rooms/read-cards.ts';
import { ROOMS } from './check-rooms/rooms.ts';
import { runCommand } from './server/failure.ts';
import { REPOSITORY } from './server/repository.ts';

async function main(): Promise<number> {
  const files = await listFiles();
  const read = async (path: string) => [path, await readFile(join(REPOSITORY, path), 'utf8')] as const;
  const sources = new Map(await Promise.all(files.filter((path) => /\.tsx?$/.test(path)).map(read)));
  const cardPaths = files.filter((path) => path.endsWith('/README.md') && !path.startsWith('docs/'));
  const cards = await Promise.all(cardPaths.map(read));
  const exists = (path: string): boolean => existsSync(join(REPOSITORY, path));
  const folders = ROOMS.filter(({ path }) => !path.endsWith('.ts'));
  const missing = folders.map(({ path }) => `${path}/README.md`).filter((path) => !exists(path));
  const problems = [
    ...findProblems(sources),
    ...cards.flatMap(([path, text]) => findCardProblems(path, text, exists)),
    ...missing.map((path) => `${path}: this room has no card`),
  ];
  for (const problem of problems) console.error(problem);
  console.log(
    problems.length === 0
      ? `${sources.size} files and ${cards.length} room cards keep the rules`
      : `${problems.length} broken rules`,
  );
  return problems.length === 0 ? 0 : 1;
}

await runCommand(main);
