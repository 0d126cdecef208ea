import { expect, test } from 'vitest';
import { extractFromDocument } from './index.ts';
import type { EngineHost, ReadDocument } from './model.ts';
import { createPace, WORDS_PER_TURN } from './pace.ts';
import { documentFromText } from './testing/document-from-text.ts';
import { readerlessHost } from './testing/readerless-host.ts';

test('small shares of work add up to a turn, and a large one is one turn', async () => {
  let turns = 0;
  const pace = createPace(async () => {
    turns += 1;
  });
  for (let share = 0; share < 10; share++) await pace.spend(WORDS_PER_TURN / 10);
  expect(turns).toBe(1);
  await pace.spend(10 * WORDS_PER_TURN);
  expect(turns).toBe(2);
  await pace.spend(WORDS_PER_TURN - 1);
  expect(turns).toBe(2);
});

const FIRST_PAGE = `
Example Ltd
Invoice number: A-1
Invoice date: 2026-03-05

Description          Quantity   Price    Amount`;

const ROW = 'Article as ordered          2       1.50      3.00';

/** An invoice whose table spans this many pages. */
function longInvoice(pageCount: number): ReadDocument {
  const rows = `${ROW}\n`.repeat(40);
  return documentFromText(
    [FIRST_PAGE, ...Array<string>(pageCount - 1).fill('')].map((head) => `${head}\n${rows}`).join('\f'),
  );
}

/** Host calls for a document with this many pages. */
async function watch(pageCount: number) {
  let pauses = 0;
  const reports: [stage: string, share: number][] = [];
  const host: EngineHost = {
    ...readerlessHost,
    pause: async () => {
      pauses += 1;
    },
    report: (stage, share) => void reports.push([stage, share]),
  };
  const outcome = await extractFromDocument(longInvoice(pageCount), host);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return { pauses, reports, rows: outcome.result.line_items.length };
}

test('the event loop gets more turns the more pages there are', async () => {
  const [short, long, longer] = [await watch(1), await watch(30), await watch(60)];
  expect([short.rows, long.rows, longer.rows]).toEqual([40, 1_200, 2_400]);
  // Ten words per row, 400 per page: each pass over 30 pages takes several turns.
  expect(long.pauses).toBeGreaterThan(30);
  expect(longer.pauses).toBeGreaterThan(1.8 * long.pauses);
  expect(short.pauses).toBeLessThan(10);
});

test('stages are reported in order, each with a share that only grows', async () => {
  const { reports } = await watch(12);
  const stages = reports.map(([stage]) => stage);
  expect([...new Set(stages)]).toEqual(['classify', 'extract', 'validate']);
  expect(stages.filter((stage) => stage === 'classify')).toHaveLength(12);
  for (const own of new Set(stages)) {
    const shares = reports.flatMap(([stage, share]) => (stage === own ? [share] : []));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  }
});
