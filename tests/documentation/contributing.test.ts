import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '../../scripts/server/repository.ts';

/** Things that people add; `CONTRIBUTING.md` has a list of files for each. */
const GUIDES = [
  'Add a field',
  'Add a document type',
  'Add a language',
  'Add an image format',
  'Add an endpoint',
  'Add a permission',
  'Add a mail',
  'Add a migration',
];

const PATH = /`((?:[a-z][\w-]*\/)+[\w.-]*|[a-z][\w.-]*\.(?:ts|md|json))`/g;
const COMMAND = /`npm run ([\w:-]+)/g;

const text = await readFile(join(REPOSITORY, 'CONTRIBUTING.md'), 'utf8');
const guideOf = (title: string) => text.split(/^### /m).find((part) => part.startsWith(`${title}\n`)) ?? '';

describe('CONTRIBUTING.md', () => {
  it.each(GUIDES)('%s: names files, and each exists', (title) => {
    const paths = [...guideOf(title).matchAll(PATH)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(0);
    // Names such as `mount.ts` mean a file in the folder of a resource.
    expect(paths.filter((path) => path.includes('/') && !existsSync(join(REPOSITORY, path)))).toEqual([]);
  });

  it('names no file that does not exist', () => {
    const paths = [...text.matchAll(PATH)].map(([, path = '']) => path).filter((path) => path.includes('/'));
    expect(paths.filter((path) => !existsSync(join(REPOSITORY, path)))).toEqual([]);
  });

  it('names no command that does not exist', async () => {
    const { scripts } = JSON.parse(await readFile(join(REPOSITORY, 'package.json'), 'utf8'));
    const commands = [...text.matchAll(COMMAND)].map(([, name = '']) => name);
    expect(commands.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
