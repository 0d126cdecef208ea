import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cents, drawInvoice, SAMPLE_INVOICE, sums } from '../../scripts/sample/invoice-pdf.ts';
import { REPOSITORY } from '../../scripts/server/repository.ts';
import { callApi, expectApi, fileForm, member, text } from '../../scripts/start/api-client.ts';
import { readWholeList, registerAccount, type TestAccount, waitUntilEnded } from '../platform/account.ts';
import { openLiveSocket } from '../platform/live-socket.ts';
import { type ServerProcess, startServer, temporaryState } from '../platform/server-process.ts';

const run = promisify(execFile);
let state: Awaited<ReturnType<typeof temporaryState>>;
let server: ServerProcess;
let account: TestAccount;
let pdf: Uint8Array;

/** A different invoice each time, so that no earlier result can be reused. */
async function newInvoice(): Promise<{ readonly number: string; readonly bytes: Uint8Array }> {
  const number = `T-${randomUUID().slice(0, 8).toUpperCase()}`;
  return { number, bytes: await drawInvoice({ ...SAMPLE_INVOICE, number }) };
}

const fieldValue = (result: unknown, name: string): unknown => member(member(member(result, 'fields'), name), 'value');

beforeAll(async () => {
  state = await temporaryState();
  server = await startServer(state.folder);
  account = await registerAccount(server.address);
  pdf = await drawInvoice(SAMPLE_INVOICE);
});

afterAll(async () => {
  await server?.stop();
  await state?.remove();
});

describe('from a new account to a result', () => {
  it('an uploaded invoice becomes fields, words and a picture, is counted once and leaves its audit events', async () => {
    const { address } = server;
    const token = account.apiKey;
    const { number, bytes } = await newInvoice();
    const uploaded = await expectApi(202, address, 'POST', '/documents', {
      token,
      form: fileForm('invoice.pdf', bytes),
    });
    const id = text(uploaded, 'document', 'id');
    const ended = await waitUntilEnded(address, token, id);
    expect(ended['error']).toBeFalsy();
    expect(['completed', 'needs_review']).toContain(ended['status']);

    const result = await expectApi(200, address, 'GET', `/documents/${id}/result`, { token });
    expect(result['schema']).toBe('neocaptured/result/1');
    expect(fieldValue(result, 'invoice_number')).toBe(number);
    expect(fieldValue(result, 'total_amount')).toBe(cents(sums(SAMPLE_INVOICE).gross));
    expect(result['line_items']).toHaveLength(SAMPLE_INVOICE.lines.length);

    const words = await expectApi(200, address, 'GET', `/documents/${id}/pages/1/words`, { token });
    expect(JSON.stringify(words)).toContain(number);

    const picture = await fetch(`${address}/api/v1/documents/${id}/pages/1`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(picture.status).toBe(200);
    const signature = new Uint8Array(await picture.arrayBuffer()).subarray(1, 4);
    expect(new TextDecoder().decode(signature)).toBe('PNG');

    const original = await fetch(`${address}/api/v1/documents/${id}/original`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(Buffer.from(await original.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);

    const usage = (await readWholeList(address, account.token, '/usage')).filter((line) => line['document_id'] === id);
    expect(usage).toHaveLength(1);
    expect(usage[0]?.['pages']).toBe(1);

    const audit = (await readWholeList(address, account.token, '/audit-logs')).filter(
      (line) => member(line['target'], 'id') === id,
    );
    expect(audit.map((line) => line['action']).sort()).toEqual([
      expect.stringMatching(/^document\.completed|document\.needs_review$/),
      'document.created',
    ]);
  });

  it('the synchronous call answers with the finished result', async () => {
    const { number, bytes } = await newInvoice();
    const body = await expectApi(200, server.address, 'POST', '/inference/process-document', {
      token: account.apiKey,
      form: fileForm('invoice.pdf', bytes),
    });
    expect(text(body, 'document', 'status')).not.toBe('failed');
    expect(fieldValue(body['result'], 'invoice_number')).toBe(number);
  });

  it('a damaged file ends as failed with a reason, and the next one is not touched by it', async () => {
    const broken = new TextEncoder().encode('%PDF-1.7\nthis is no document at all');
    const [bad, good] = await Promise.all([
      expectApi(202, server.address, 'POST', '/documents', {
        token: account.apiKey,
        form: fileForm('broken.pdf', broken),
      }),
      expectApi(202, server.address, 'POST', '/documents', {
        token: account.apiKey,
        form: fileForm('invoice.pdf', pdf),
      }),
    ]);
    const failed = await waitUntilEnded(server.address, account.apiKey, text(bad, 'document', 'id'));
    expect(failed['status']).toBe('failed');
    expect(member(failed['error'], 'code')).toBe('damaged');
    const fine = await waitUntilEnded(server.address, account.apiKey, text(good, 'document', 'id'));
    expect(fine['status']).not.toBe('failed');
  });

  it("another organization's document is not there", async () => {
    const uploaded = await expectApi(202, server.address, 'POST', '/documents', {
      token: account.apiKey,
      form: fileForm('invoice.pdf', pdf),
    });
    const stranger = await registerAccount(server.address);
    const id = text(uploaded, 'document', 'id');
    expect((await callApi(server.address, 'GET', `/documents/${id}`, { token: stranger.apiKey })).status).toBe(404);
  });

  it('the live socket tells when a document changes', async () => {
    const socket = await openLiveSocket(server.address, account.apiKey);
    const uploaded = await expectApi(202, server.address, 'POST', '/documents', {
      token: account.apiKey,
      form: fileForm('invoice.pdf', pdf),
    });
    const id = text(uploaded, 'document', 'id');
    const message = await socket.until(
      (received) => member(received, 'document_id') === id && member(received, 'status') === 'completed',
    );
    expect(message).toMatchObject({ v: 1, type: 'document.updated' });
    socket.close();
  });
});

describe('npm start -- --demo FILE', () => {
  const demo = async (folder: string) => {
    const file = join(folder, 'demo.pdf');
    await writeFile(file, pdf);
    const command = [join(REPOSITORY, 'scripts', 'run.mjs'), 'scripts/start.ts', '--state', folder, '--demo', file];
    // Nothing listens on its own port, and nothing connects to it.
    return run(process.execPath, [...command, '--port', '0'], { cwd: REPOSITORY });
  };

  it('asks the server that runs on this data, prints the fields and exits', async () => {
    const { stdout } = await demo(state.folder);
    expect(stdout).toContain('invoice_number');
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
  });

  it('starts a server where none runs, prints the fields, and ends it', async () => {
    const elsewhere = await temporaryState();
    const { stdout } = await demo(elsewhere.folder);
    expect(stdout).toContain('invoice_number');
    await elsewhere.remove();
  });
});

describe('a restart', () => {
  it('keeps accounts, keys, documents and results, and ends in order', async () => {
    const uploaded = await expectApi(200, server.address, 'POST', '/inference/process-document', {
      token: account.apiKey,
      form: fileForm('invoice.pdf', pdf),
    });
    const id = text(uploaded, 'document', 'id');
    expect(await server.stop()).toBe(0);
    server = await startServer(state.folder);
    const result = await expectApi(200, server.address, 'GET', `/documents/${id}/result`, { token: account.apiKey });
    expect(result).toEqual(uploaded['result']);
    await expectApi(200, server.address, 'POST', '/auth/login', {
      json: { email: account.email, password: account.password },
    });
  });
});

describe('the demo account', () => {
  it('signs in with what the welcome prints', async () => {
    const [, email, password] = /^Sign in\s+(\S+)\s+(\S+)$/m.exec(server.output()) ?? [];
    await expectApi(200, server.address, 'POST', '/auth/login', { json: { email, password } });
  });

  it('does not exist in production', async () => {
    const elsewhere = await temporaryState();
    const production = await startServer(elsewhere.folder, { ENVIRONMENT: 'production' });
    try {
      expect(production.output()).not.toMatch(/^Sign in/m);
      const login = await callApi(production.address, 'POST', '/auth/login', {
        json: { email: 'demo@neocaptured.local', password: 'neocaptured-demo' },
      });
      expect(login.status).toBe(401);
    } finally {
      await production.stop();
      await elsewhere.remove();
    }
  });
});
