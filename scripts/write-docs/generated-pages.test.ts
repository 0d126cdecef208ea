import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generatedPages } from './generated-pages.ts';

it.each([...generatedPages()])('%s says what the code says', async (path, page) => {
  expect(await readFile(join(import.meta.dirname, '..', '..', path), 'utf8')).toBe(page);
});
