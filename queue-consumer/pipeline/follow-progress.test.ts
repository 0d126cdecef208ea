import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { LiveMessage } from '#core/domain/live';
import type { OrganizationClient } from '#core/organization/client';
import { samplePdf } from '#core/testing/sample-pdf';
import { storeDocument } from '#core/testing/stored-document';
import { buildPdf } from '#engine/read/pdf/pdf-for-tests';
import { createDependencies, type Dependencies } from '../dependencies.ts';
import { followProgress, PROGRESS_INTERVAL_MS } from './follow-progress.ts';
import { runJob } from './run.ts';

type Publish = OrganizationClient['publish'];

/** The consumer's dependencies with a recorded live channel. Each call of the clock advances it by `step` ms. */
function watched(step: number, publish: (message: LiveMessage) => void | Promise<void>): Dependencies {
  const real = createDependencies(env, 'req_test');
  let passed = 0;
  const start = Date.now();
  return {
    ...real,
    now: () => {
      passed += step;
      return start + passed;
    },
    organization: (id) => ({ ...real.organization(id), publish: (async (message) => publish(message)) as Publish }),
  };
}

const manyPages = (count: number) =>
  buildPdf(
    Array.from({ length: count }, (_, index) => ({
      content: `BT /F1 12 Tf 50 300 Td (Page ${index + 1} of an invoice, total 12.50 EUR) Tj ET`,
    })),
  );

test('a document of many pages tells its progress in order, between its start and its end', async () => {
  const told: LiveMessage[] = [];
  const message = await storeDocument(env, manyPages(40));
  const report = await runJob(
    watched(60, (hint) => void told.push(hint)),
    message,
  );
  expect(report.outcome).toBe('completed');
  const types = told.map(({ type }) => type);
  expect(types[0]).toBe('document.updated');
  expect(types.at(-1)).toBe('document.updated');
  const hints = told.filter((hint) => hint.type === 'document.progress');
  expect(hints.length).toBe(told.length - 2);
  expect(hints.length).toBeGreaterThan(5);
  const stages = ['read', 'classify', 'extract', 'validate', 'store'];
  const places = hints.map(({ stage }) => stages.indexOf(stage));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places[0]).toBe(0);
  const shares = hints.map(({ progress }) => progress);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(Math.max(...shares)).toBeLessThanOrEqual(1);
});

test('a document that is done before anybody would look tells only its start and its end', async () => {
  const told: LiveMessage[] = [];
  const message = await storeDocument(env, samplePdf());
  await runJob(
    watched(1, (hint) => void told.push(hint)),
    message,
  );
  expect(told.map(({ type }) => type)).toEqual(['document.updated', 'document.updated']);
});

test('a live channel that fails costs the document nothing', async () => {
  const message = await storeDocument(env, manyPages(20));
  const failing = watched(60, () => Promise.reject(new Error('the object is away')));
  const report = await runJob({ ...failing, log: { ...failing.log, error: () => undefined } }, message);
  expect(report.outcome).toBe('completed');
});

test('hints wait for each other and for the interval; the work waits for neither', async () => {
  const told: LiveMessage[] = [];
  let open = () => {};
  const sent = new Promise<void>((resolve) => {
    open = resolve;
  });
  const message = await storeDocument(env, samplePdf());
  const dependencies = watched(PROGRESS_INTERVAL_MS, (hint) => {
    told.push(hint);
    return sent;
  });
  const progress = followProgress(dependencies, message);
  progress.report('read', 0.5);
  progress.report('read', 0.6);
  progress.report('read', 0.7);
  expect(told).toHaveLength(1);
  open();
  await progress.settled();
  progress.report('read', 0.2);
  expect(told).toMatchObject([{ progress: 0.3 }, { progress: 0.42 }]);
  await progress.settled();
});
