import { describe, expect, test } from 'vitest';
import { EXTRACTION_ERROR_CODES } from '#core/domain/result';
import { extract } from '#engine/index';
import { nodeEngineHost } from '../../scripts/engine-host.ts';
import { HOSTILE_FILES } from './files/index.ts';

const TELLING = HOSTILE_FILES.filter(({ telling }) => telling);

/** Time-out for a busy machine; `npm run test:hostile` measures the time per file. */
const PATIENCE_MS = 120_000;

test('the set is large, and every file has a name of its own', () => {
  expect(HOSTILE_FILES.length).toBeGreaterThanOrEqual(80);
  expect(new Set(HOSTILE_FILES.map(({ name }) => name)).size).toBe(HOSTILE_FILES.length);
});

test('a file is made the same every time', () => {
  for (const file of TELLING) {
    expect(Buffer.compare(file.make(), file.make()), file.name).toBe(0);
  }
});

describe('the engine', () => {
  test.each(TELLING.map((file) => [file.name, file] as const))(
    'ends %s with a result or a listed reason',
    { timeout: PATIENCE_MS },
    async (_name, file) => {
      const host = nodeEngineHost();
      const outcome = await extract({ bytes: file.make() }, host);
      if (outcome.ok) expect(outcome.result.page_count).toBeGreaterThanOrEqual(0);
      else {
        expect(EXTRACTION_ERROR_CODES).toContain(outcome.error.code);
        expect(outcome.error.message).not.toBe('');
      }
    },
  );
});
