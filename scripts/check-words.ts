/** `npm run check:words`: checks that comments, screens and documentation use the terms of the glossary. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BANNED_WORDS } from './check-words/banned-words.data.ts';
import { findWords } from './check-words/find-words.ts';
import { runCommand } from './server/failure.ts';
import { REPOSITORY } from './server/repository.ts';

const run = promisify(execFile);

/** Excluded: tables of words that documents print or users type, and the tests and rules of this check. */
const NOT_PROSE =
  /\.data\.ts$|^scripts\/check-words\/|^training\/generator\/words\/|^docs\/style\.md$|openapi\.test\.ts$/;

async function main(): Promise<number> {
  const { stdout } = await run(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.md'],
    {
      cwd: REPOSITORY,
      maxBuffer: 2 ** 26,
    },
  );
  const paths = stdout.split('\n').filter((path) => path !== '' && !NOT_PROSE.test(path));
  const problems = [];
  for (const path of paths.filter((each) => existsSync(join(REPOSITORY, each)))) {
    problems.push(...findWords(path, await readFile(join(REPOSITORY, path), 'utf8'), BANNED_WORDS));
  }
  for (const { path, line, found, use } of problems)
    console.error(`${path}:${line}: "${found}"; the glossary says: ${use}`);
  console.log(
    problems.length === 0 ? `${paths.length} files use one word for each thing` : `${problems.length} banned words`,
  );
  return problems.length === 0 ? 0 : 1;
}

await runCommand(main);
