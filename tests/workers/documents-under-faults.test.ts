import {
  createExecutionContext,
  createMessageBatch,
  createScheduledController,
  waitOnExecutionContext,
} from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, expect, test } from 'vitest';
import { acceptedDocumentSchema } from '#core/contract/documents';
import type { OrganizationId } from '#core/domain/id';
import { JOB_QUEUE } from '#core/domain/queues';
import { type JobMessage, parseJobMessage } from '#core/jobs/message';
import { newId } from '#core/platform/ids';
import { call, problemOf } from '#core/testing/call';
import { accepted, untilTerminal, uploadForm } from '#core/testing/documents';
import { type MintedPerson, mintOrganization, mintPerson } from '#core/testing/mint-person';
import { consumeBatch } from '../../queue-consumer/consume.ts';
import { callWithFaults } from './call-with-faults.ts';
import { checkInvariants } from './document-invariants.ts';
import { FaultTable } from './fault-table.ts';
import { type Binding, type Fault, FaultyBindings } from './faulty-bindings.ts';
import { operations } from './operations.ts';

/** A document's life cycle with every call failing once: no acknowledged document is lost, duplicated or truncated. */
const whole = env.TEST_FAULTS === 'whole';
const table = new FaultTable('documents under faults');
afterAll(() => table.print(whole));

const createDocument = operations.find(({ id }) => id === 'createDocument');
const WHENS = ['before', 'after'] as const;
const MAX_CALLS = 40;

async function owner(): Promise<MintedPerson> {
  return mintPerson(await mintOrganization(), 'owner');
}

const upload = (bindings: FaultyBindings, { accessToken }: MintedPerson, key?: string) => {
  if (!createDocument) throw new Error('createDocument is not mounted');
  return callWithFaults(bindings, createDocument, { body: () => uploadForm(), status: 202 }, accessToken, key);
};

/** Delivers the messages in the outbox, like the sweeper and the queue, until it is empty. */
async function drain(organizationId: OrganizationId): Promise<void> {
  for (let round = 0; round < 10; round++) {
    const rows = await env.DB.prepare('SELECT payload FROM outbox WHERE organization_id = ?')
      .bind(organizationId)
      .all<{ payload: string }>();
    if (rows.results.length === 0) return;
    await env.DB.prepare('UPDATE jobs SET lease_until = 1 WHERE organization_id = ? AND lease_until IS NOT NULL')
      .bind(organizationId)
      .run();
    await deliver(
      env,
      rows.results.flatMap(({ payload }) => parseJobMessage(JSON.parse(payload)) ?? []),
    );
  }
  throw new Error('jobs still wait after ten rounds');
}

async function deliver(bindings: Parameters<typeof consumeBatch>[1], jobs: readonly JobMessage[]): Promise<void> {
  const messages = jobs.map((body) => ({ id: body.jobId, timestamp: new Date(), attempts: 1, body }));
  await consumeBatch(createMessageBatch(JOB_QUEUE, messages), bindings);
}

const UPLOAD_FAULTS: readonly Binding[] = ['d1', 'r2.put', 'r2.delete', 'queue'];

test.each(UPLOAD_FAULTS)('an upload is kept or refused whole, whichever call of %s fails', async (binding) => {
  for (const when of WHENS) {
    for (let position = 1; position < MAX_CALLS; position++) {
      const person = await owner();
      const key = newId('event', Date.now());
      const faulty = new FaultyBindings({ binding, when, position });
      const first = await upload(faulty, person, key);
      if (!faulty.met) break;
      table.count(`upload, ${binding}`, when, first.status);
      if (first.status !== 202)
        expect([first.status, first.headers.get('retry-after')]).toEqual([503, expect.any(String)]);
      const again = await upload(new FaultyBindings(null), person, key);
      expect([binding, when, position, again.status]).toEqual([binding, when, position, 202]);
      const ids = [first, again]
        .filter(({ status }) => status === 202)
        .map(({ text }) => acceptedDocumentSchema.parse(JSON.parse(text)).document.id);
      expect(new Set(ids).size).toBe(1);
      await drain(person.organizationId);
      await checkInvariants(person.organizationId, ids);
    }
  }
});

const RUN_FAULTS: readonly Binding[] = ['d1', 'r2.get', 'r2.put'];

test.each(RUN_FAULTS)('a run ends with one result, whichever call of %s fails', async (binding) => {
  for (const when of WHENS) {
    for (let position = 1; position < MAX_CALLS; position++) {
      const person = await owner();
      const first = await uploadUnread(person);
      const faulty = new FaultyBindings({ binding, when, position });
      await deliver(faulty.environment, [first]);
      if (!faulty.met) break;
      await drain(person.organizationId);
      const document = await untilTerminal(person.accessToken, first.documentId);
      table.count(`run, ${binding}`, when, document.status);
      expect([binding, when, position, document.error]).toEqual([binding, when, position, undefined]);
      await checkInvariants(person.organizationId, [first.documentId]);
    }
  }
});

/** Uploads a file whose message the queue refuses, so that its job stays in the outbox for this test to deliver. */
async function uploadUnread(person: MintedPerson): Promise<JobMessage> {
  const answer = await upload(new FaultyBindings({ binding: 'queue', when: 'before' }), person);
  expect(answer.status).toBe(202);
  const row = await env.DB.prepare('SELECT payload FROM outbox WHERE organization_id = ?')
    .bind(person.organizationId)
    .first<{ payload: string }>();
  const message = parseJobMessage(JSON.parse(row?.payload ?? 'null'));
  if (!message) throw new Error('no job waits');
  return message;
}

test('a queue that refuses everything loses nothing: the sweeper sends what waits', async () => {
  const person = await owner();
  const { documentId } = await uploadUnread(person);
  await env.DB.prepare('UPDATE outbox SET available_at = 1 WHERE organization_id = ?')
    .bind(person.organizationId)
    .run();
  const context = createExecutionContext();
  const worker = await import('../../worker/index.ts');
  await worker.default.scheduled(createScheduledController(), env, context);
  await waitOnExecutionContext(context);
  const document = await untilTerminal(person.accessToken, documentId);
  expect(document.error).toBeUndefined();
  await checkInvariants(person.organizationId, [documentId]);
});

/** Damaged contents that the test writes over the stored object. */
const DAMAGES = [
  ['cut', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -50)],
  ['changed', (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, index) => (index === 40 ? byte ^ 1 : byte))],
] as const;

test.each(DAMAGES)('an original that is %s in storage is neither read nor handed out', async (name, damage) => {
  const person = await owner();
  const message = await uploadUnread(person);
  await putAgain(`${person.organizationId}/${message.documentId}/original`, damage);
  await deliver(env, [message]);
  const document = await untilTerminal(person.accessToken, message.documentId);
  expect([document.status, document.error?.code]).toEqual(['failed', 'source_damaged']);
  const path = `/api/v1/documents/${message.documentId}/original`;
  if (name === 'cut') {
    // Storage reports the length before the first byte.
    const answer = await call('GET', path, { token: person.accessToken });
    expect([answer.status, problemOf(answer).code]).toEqual([410, 'source_damaged']);
  } else {
    // Only the bytes differ, so the download is aborted.
    await expect(call('GET', path, { token: person.accessToken })).rejects.toThrow('not the ones put');
  }
  await checkInvariants(person.organizationId, [message.documentId]);
});

test.each(DAMAGES)('a result that is %s in storage is not handed out', async (_name, damage) => {
  const person = await owner();
  const { document, job } = await accepted(person.accessToken);
  await untilTerminal(person.accessToken, document.id);
  const run = `${person.organizationId}/${document.id}/runs/${job.id}`;
  await putAgain(`${run}/result.json`, damage);
  for (const path of [`/api/v1/documents/${document.id}/result`, `/api/v1/documents/${document.id}`]) {
    const answer = await call('GET', path, { token: person.accessToken });
    expect([path, answer.status, problemOf(answer).code]).toEqual([path, 410, 'result_damaged']);
  }
});

test('words that are cut in storage are not handed out', async () => {
  const person = await owner();
  const { samplePdf } = await import('#core/testing/sample-pdf');
  const { document, job } = await accepted(person.accessToken, uploadForm(samplePdf(), 'invoice.pdf'));
  await untilTerminal(person.accessToken, document.id);
  for (const left of [3, 20]) {
    await putAgain(`${person.organizationId}/${document.id}/runs/${job.id}/words`, (bytes) => bytes.slice(0, left));
    const answer = await call('GET', `/api/v1/documents/${document.id}/pages/1/words`, { token: person.accessToken });
    expect([left, answer.status, problemOf(answer).code]).toEqual([left, 410, 'result_damaged']);
  }
});

async function putAgain(
  key: string,
  damage: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): Promise<void> {
  const object = await env.FILES.get(key);
  if (!object) throw new Error(`${key} is not stored`);
  await env.FILES.put(key, damage(new Uint8Array(await object.arrayBuffer())));
}

const READ_FAULTS: readonly Fault[] = [{ binding: 'r2.get', when: 'before', position: 1 }];

test.each(READ_FAULTS)('what cannot be read at the moment can be asked for again: %j', async (fault) => {
  const person = await owner();
  const { document } = await accepted(person.accessToken);
  await untilTerminal(person.accessToken, document.id);
  for (const id of ['getOriginal', 'getResult', 'getDocument', 'getPageWords']) {
    const operation = operations.find((each) => each.id === id);
    if (!operation) throw new Error(`${id} is not mounted`);
    const faulty = new FaultyBindings(fault);
    const answer = await callWithFaults(
      faulty,
      operation,
      { params: { id: document.id, page: '1' }, status: 200 },
      person.accessToken,
    );
    table.count(`read, ${id}`, fault.binding, answer.status);
    expect([id, answer.status, answer.headers.get('retry-after')]).toEqual([id, 503, expect.any(String)]);
  }
});
