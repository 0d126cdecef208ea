import { expect, test } from 'vitest';
import { extract, extractFromDocument } from './index.ts';
import type { EngineHost } from './model.ts';
import { createPace, TimedOut } from './pace.ts';
import { documentFromText } from './testing/document-from-text.ts';
import { readerlessHost } from './testing/readerless-host.ts';
import { MAX_DOCUMENT_MS, withTimeLimit } from './time-limit.ts';

const LINES = `Total 5.00 EUR of 12.03.2024\n`.repeat(3_000);

/** A host on which each turn of the event loop takes a minute. */
function slowHost(): EngineHost {
  let now = 0;
  return {
    ...readerlessHost,
    clock: () => now,
    pause: async () => {
      now += MAX_DOCUMENT_MS / 12;
    },
  };
}

test('a document that takes longer than its time ends as timed_out', async () => {
  const outcome = await extract({ bytes: new TextEncoder().encode(LINES) }, slowHost());
  expect(outcome).toMatchObject({ ok: false, error: { code: 'timed_out' } });
});

test('the clock starts anew with each document', async () => {
  const host = slowHost();
  await extract({ bytes: new TextEncoder().encode(LINES) }, host);
  expect(await extract({ bytes: new TextEncoder().encode('Total 5.00') }, host)).toMatchObject({ ok: true });
});

test('work beyond the limit ends inside a step that cannot wait, without a clock', async () => {
  const pace = createPace(async () => undefined, 1_000);
  for (let step = 0; step < 10; step++) pace.count(100);
  expect(() => pace.count(1)).toThrow(TimedOut);
  await expect(pace.spend(1)).rejects.toThrow(TimedOut);
});

test('other failures are not taken for a time limit', async () => {
  await expect(withTimeLimit(() => Promise.reject(new TypeError('a fault')))).rejects.toThrow('a fault');
});

test('an ordinary document is far from the limit of work', async () => {
  let turns = 0;
  const host = { ...readerlessHost, pause: async () => void turns++ };
  expect(await extractFromDocument(documentFromText(LINES), host)).toMatchObject({ ok: true });
  expect(turns).toBeGreaterThan(10);
});
