import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE_MS } from '#core/testing/patience';
import { drawInvoice, SAMPLE_INVOICE } from '../../scripts/sample/invoice-pdf.ts';
import { callApi, fileForm, member, text } from '../../scripts/start/api-client.ts';
import { readWholeList, registerAccount, waitUntilEnded } from '../platform/account.ts';
import { type ServerProcess, startServer, temporaryState } from '../platform/server-process.ts';

const UPLOADS = 50;
/** Number of acknowledged uploads before the kill, so that it hits both uploading and processing. */
const KILL_AFTER = 25;
const AT_ONCE = 10;

/**
 * Short enough for the sweeper to find the leftovers soon. On a busy machine a lease this short can run out while its
 * job is still being read; that costs an attempt, so there are many.
 */
const QUICK_SWEEPS = {
  SWEEP_INTERVAL_SECONDS: '1',
  SWEEP_AGE_SECONDS: '1',
  JOB_LEASE_SECONDS: '2',
  JOB_MAX_ATTEMPTS: '50',
};

let state: Awaited<ReturnType<typeof temporaryState>>;
let server: ServerProcess;

beforeAll(async () => {
  state = await temporaryState();
  server = await startServer(state.folder, QUICK_SWEEPS);
});

afterAll(async () => {
  await server?.stop();
  await state?.remove();
});

/** Uploads different invoices until the server dies. Returns the acknowledged ids. */
async function uploadUntilKilled(token: string): Promise<readonly string[]> {
  const { address } = server;
  const acknowledged: string[] = [];
  let killed: Promise<void> | undefined;
  const invoices = await Promise.all(
    Array.from({ length: UPLOADS }, (_, index) => drawInvoice({ ...SAMPLE_INVOICE, number: `K-${index + 1000}` })),
  );
  const upload = async (index: number): Promise<void> => {
    const bytes = invoices[index];
    if (!bytes) return;
    try {
      const answer = await callApi(address, 'POST', '/documents', { token, form: fileForm(`${index}.pdf`, bytes) });
      if (answer.status === 202) acknowledged.push(text(answer.body, 'document', 'id'));
    } catch (error) {
      // A connection broken by the kill acknowledged nothing; before the kill it would be a defect.
      if (!killed) throw error;
    }
    if (acknowledged.length >= KILL_AFTER) killed ??= server.kill();
  };
  for (let first = 0; first < UPLOADS; first += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, (_, offset) => upload(first + offset)));
  }
  await killed;
  return acknowledged;
}

describe('a server killed outright in the middle of uploads', () => {
  it('loses no acknowledged document, counts each once and finishes it once', async () => {
    const { apiKey: token } = await registerAccount(server.address);
    const acknowledged = await uploadUntilKilled(token);
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILL_AFTER);

    server = await startServer(state.folder, QUICK_SWEEPS);
    const ended = await Promise.all(acknowledged.map((id) => waitUntilEnded(server.address, token, id)));
    expect(ended.filter((document) => document['status'] === 'failed')).toEqual([]);

    const documents = await readWholeList(server.address, token, '/documents?limit=100');
    const listed = documents.map((document) => document['id']);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual(expect.arrayContaining([...acknowledged]));

    // There may be another document whose response was cut off by the kill; it must also end and be counted once.
    await Promise.all(documents.map((document) => waitUntilEnded(server.address, token, text(document, 'id'))));
    const usage = (await readWholeList(server.address, token, '/usage?limit=100')).map((line) => line['document_id']);
    expect([...usage].sort()).toEqual([...listed].sort());

    const audit = await readWholeList(server.address, token, '/audit-logs?limit=100');
    const completions = audit
      .filter((line) => line['action'] === 'document.completed')
      .map((line) => member(line['target'], 'id'));
    expect(new Set(completions).size).toBe(completions.length);
  });

  it('leaves no runtime behind that would go on serving', async () => {
    const before: { readonly runtime?: readonly { readonly pid: number }[] } = JSON.parse(
      await readFile(join(state.folder, 'running.json'), 'utf8'),
    );
    const { address } = server;
    await server.kill();
    await expect.poll(() => before.runtime?.filter(({ pid }) => isRunning(pid)), { timeout: PATIENCE_MS }).toEqual([]);
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
    server = await startServer(state.folder, QUICK_SWEEPS);
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
