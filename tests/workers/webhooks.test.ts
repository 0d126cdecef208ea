import { env } from 'cloudflare:workers';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type EventList, eventListSchema } from '#core/contract/events';
import {
  createdWebhookSchema,
  deliveryDetailsSchema,
  deliveryListSchema,
  webhookReplaySchema,
  webhookSchema,
  webhookTestSchema,
} from '#core/contract/webhooks';
import { call, problemOf } from '#core/testing/call';
import { accepted, untilTerminal, uploadForm } from '#core/testing/documents';
import { type MintedPerson, mintOrganization, mintPerson } from '#core/testing/mint-person';
import { PATIENCE_MS } from '#core/testing/patience';
import { sampleInvoice } from '#core/testing/sample-invoice';
import { makeWorkspace } from '#core/testing/workspaces';

const RECEIVER = 'https://receiver.example.org';
const receivedSchema = z.array(z.object({ headers: z.record(z.string(), z.string()), body: z.string() }));
const bodySchema = z.object({
  type: z.string(),
  timestamp: z.string(),
  data: z.object({
    document: z.looseObject({ id: z.string(), status: z.string().optional() }),
    result: z.looseObject({ document_type: z.string() }).optional(),
  }),
});

let count = 0;
const newName = () => `hook-${Date.now()}-${count++}`;

const owner = async (): Promise<MintedPerson> => mintPerson(await mintOrganization(), 'owner');

const send = ({ accessToken }: MintedPerson, method: string, path: string, json?: unknown) =>
  call(method, `/api/v1${path}`, { token: accessToken, ...(json !== undefined && { json }) });

async function made(person: MintedPerson, name: string, more: object = {}) {
  const answer = await send(person, 'POST', '/webhooks', { url: `${RECEIVER}/hook/${name}`, ...more });
  expect(answer.status, answer.text).toBe(201);
  return createdWebhookSchema.parse(answer.json);
}

async function script(name: string, answers: readonly { status: number; headers?: Record<string, string> }[]) {
  await fetch(`${RECEIVER}/script/${name}`, { method: 'PUT', body: JSON.stringify(answers) });
}

const received = async (name: string) => receivedSchema.parse(await (await fetch(`${RECEIVER}/log/${name}`)).json());

async function untilReceived(name: string, count: number) {
  await expect.poll(() => received(name), { timeout: PATIENCE_MS, interval: 50 }).toHaveLength(count);
  return received(name);
}

async function read(person: MintedPerson, number = 'W-1') {
  const { document } = await accepted(person.accessToken, uploadForm(sampleInvoice(number)));
  return untilTerminal(person.accessToken, document.id);
}

async function eventsOf(person: MintedPerson, query = ''): Promise<EventList> {
  const answer = await send(person, 'GET', `/events${query}`);
  expect(answer.status, answer.text).toBe(200);
  return eventListSchema.parse(answer.json);
}

const deliveriesOf = async (person: MintedPerson, id: string) =>
  deliveryListSchema.parse((await send(person, 'GET', `/webhooks/${id}/deliveries`)).json).data;

const statusesOf = async (person: MintedPerson, id: string) =>
  (await deliveriesOf(person, id)).map(({ status }) => status);

test('a finished document is delivered with its result, and the official verifier accepts it', async () => {
  const person = await owner();
  const name = newName();
  const { secret } = await made(person, name);
  const document = await read(person);
  const [request] = await untilReceived(name, 1);
  const body = bodySchema.parse(new Webhook(secret).verify(request?.body ?? '', request?.headers ?? {}));
  expect(body).toMatchObject({
    type: 'document.completed',
    data: { document: { id: document.id, status: 'completed' } },
  });
  expect(body.data.result?.document_type).toBe('invoice');
  const [event] = (await eventsOf(person)).data;
  expect(request?.headers['webhook-id']).toBe(event?.id);
  expect(() =>
    new Webhook(btoa('another secret, 32 bytes long ..')).verify(request?.body ?? '', request?.headers ?? {}),
  ).toThrow();
});

test('every change of a document is an event, in order, also without an endpoint', async () => {
  const person = await owner();
  const { id } = await read(person);
  await send(person, 'POST', `/documents/${id}/approve`, {});
  await send(person, 'POST', `/documents/${id}/reopen`, {});
  await send(person, 'POST', `/documents/${id}/reject`, { reason: 'Not ours' });
  await send(person, 'DELETE', `/documents/${id}`);
  const { data } = await eventsOf(person);
  expect(data.map(({ type }) => type)).toEqual([
    'document.completed',
    'document.approved',
    'document.reopened',
    'document.rejected',
    'document.deleted',
  ]);
  expect(data.every(({ data: { document_id } }) => document_id === id)).toBe(true);
  const paged = await eventsOf(person, `?limit=2&after=${data[1]?.id}`);
  expect(paged.data).toEqual(data.slice(2, 4));
  expect(paged.next_cursor).toBe(data[3]?.id);
  expect((await eventsOf(person, '?type=document.rejected')).data).toEqual([data[3]]);
  expect(problemOf(await send(person, 'GET', '/events?after=nonsense')).code).toBe('bad_request');
  expect((await eventsOf(await owner())).data).toEqual([]);
});

test('a reader that pages while events are written misses none', async () => {
  const person = await owner();
  const seen: string[] = [];
  let after = '';
  const writing = Promise.all(Array.from({ length: 12 }, (_, index) => read(person, `P-${index}`)));
  let isOver = false;
  writing.finally(() => {
    isOver = true;
  });
  for (let wasOver = false; !wasOver; ) {
    wasOver = isOver;
    const { data } = await eventsOf(person, `?limit=3${after && `&after=${after}`}`);
    seen.push(...data.map(({ data: { document_id } }) => document_id));
    after = data.at(-1)?.id ?? after;
    if (data.length > 0) wasOver = false;
    else await scheduler.wait(5);
  }
  const documents = await writing;
  expect(seen.toSorted()).toEqual(documents.map(({ id }) => id).toSorted());
});

test('a failed attempt is repeated with the same id, and every attempt is logged', async () => {
  const person = await owner();
  const name = newName();
  const { id } = await made(person, name);
  await script(name, [{ status: 500 }]);
  await read(person);
  const [first, second] = await untilReceived(name, 2);
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  await expect.poll(() => statusesOf(person, id), { timeout: PATIENCE_MS }).toEqual(['delivered']);
  const [delivery] = await deliveriesOf(person, id);
  const details = deliveryDetailsSchema.parse((await send(person, 'GET', `/webhooks/deliveries/${delivery?.id}`)).json);
  expect(details.attempt_log.map(({ status_code, error }) => [status_code, error])).toEqual([
    [500, 'status'],
    [200, null],
  ]);
  expect(details.payload).toMatchObject({ type: 'document.completed' });
});

test('events of one document arrive in order, even if the first has to be repeated', async () => {
  const person = await owner();
  const name = newName();
  await script(name, [{ status: 503 }]);
  await made(person, name);
  const { id } = await read(person);
  await send(person, 'POST', `/documents/${id}/approve`, {});
  const requests = await untilReceived(name, 3);
  expect(requests.map(({ body }) => bodySchema.parse(JSON.parse(body)).type)).toEqual([
    'document.completed',
    'document.completed',
    'document.approved',
  ]);
});

test('an endpoint whose attempts all fail is disabled, the administrators are told, and a replay brings what it missed', async () => {
  const person = await owner();
  const name = newName();
  const { id } = await made(person, name);
  await script(name, [{ status: 500 }, { status: 500 }, { status: 500 }]);
  const missed = await read(person, 'M-1');
  await expect
    .poll(async () => webhookSchema.parse((await send(person, 'GET', `/webhooks/${id}`)).json), {
      timeout: PATIENCE_MS,
    })
    .toMatchObject({ status: 'disabled', disabled_reason: 'failing' });
  await expect
    .poll(
      async () =>
        (
          await env.DB.prepare(
            "SELECT count(*) AS n FROM development_mails WHERE subject = 'A webhook was disabled' AND recipient = ?",
          )
            .bind(person.email)
            .first<{ n: number }>()
        )?.n,
      { timeout: PATIENCE_MS },
    )
    .toBe(1);
  const later = await read(person, 'M-2');
  expect(await received(name)).toHaveLength(3);
  expect(problemOf(await send(person, 'POST', `/webhooks/${id}/replay`, { from: '2026-01-01T00:00:00Z' })).code).toBe(
    'conflict',
  );
  expect((await send(person, 'PATCH', `/webhooks/${id}`, { status: 'active' })).status).toBe(200);
  const replayed = webhookReplaySchema.parse(
    (await send(person, 'POST', `/webhooks/${id}/replay`, { from: '2026-01-01T00:00:00Z' })).json,
  );
  expect(replayed).toMatchObject({ events: 2, more: false });
  const requests = (await untilReceived(name, 5)).slice(3);
  const documents = requests.map(({ body }) => bodySchema.parse(JSON.parse(body)).data.document.id);
  expect(documents.toSorted()).toEqual([missed.id, later.id].toSorted());
});

test('410 disables an endpoint at once, and a redirect is not followed', async () => {
  const person = await owner();
  const [gone, moved] = [newName(), newName()];
  const first = await made(person, gone);
  const second = await made(person, moved);
  await script(gone, [{ status: 410 }]);
  await script(moved, [{ status: 302, headers: { location: `${RECEIVER}/hook/${gone}` } }]);
  await read(person);
  await untilReceived(moved, 2);
  expect(await received(gone)).toHaveLength(1);
  await expect
    .poll(async () => webhookSchema.parse((await send(person, 'GET', `/webhooks/${first.id}`)).json))
    .toMatchObject({ status: 'disabled', disabled_reason: 'gone' });
  const [delivery] = await deliveriesOf(person, second.id);
  const details = deliveryDetailsSchema.parse((await send(person, 'GET', `/webhooks/deliveries/${delivery?.id}`)).json);
  expect(details.attempt_log[0]).toMatchObject({ error: 'redirect' });
});

test('Retry-After delays the next attempt beyond the schedule', async () => {
  const person = await owner();
  const name = newName();
  const { id } = await made(person, name);
  await script(name, [{ status: 429, headers: { 'retry-after': '3600' } }]);
  await read(person);
  await untilReceived(name, 1);
  await expect.poll(async () => (await deliveriesOf(person, id))[0]?.status_code, { timeout: PATIENCE_MS }).toBe(429);
  const [delivery] = await deliveriesOf(person, id);
  expect(Date.parse(delivery?.next_attempt_at ?? '') - Date.now()).toBeGreaterThan(3_500_000);
});

test('after a rotation both secrets verify, and only chosen types arrive', async () => {
  const person = await owner();
  const name = newName();
  const { id, secret } = await made(person, name, { events: ['document.approved'] });
  const rotated = createdWebhookSchema.parse((await send(person, 'POST', `/webhooks/${id}/rotate-secret`)).json);
  expect(rotated.secret).not.toBe(secret);
  const document = await read(person);
  await send(person, 'POST', `/documents/${document.id}/approve`, {});
  const [request] = await untilReceived(name, 1);
  for (const each of [secret, rotated.secret])
    expect(new Webhook(each).verify(request?.body ?? '', request?.headers ?? {})).toMatchObject({
      type: 'document.approved',
    });
});

test('a delivery can be sent again, and a test event goes out at once', async () => {
  const person = await owner();
  const name = newName();
  const { id, secret } = await made(person, name);
  await read(person);
  await untilReceived(name, 1);
  const [delivery] = await deliveriesOf(person, id);
  expect((await send(person, 'POST', `/webhooks/deliveries/${delivery?.id}/redeliver`)).status).toBe(202);
  const [first, second] = await untilReceived(name, 2);
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  const tested = webhookTestSchema.parse((await send(person, 'POST', `/webhooks/${id}/test`)).json);
  expect(tested).toMatchObject({ delivered: true, status_code: 200, response: 'thanks' });
  const request = (await received(name)).at(-1);
  expect(new Webhook(secret).verify(request?.body ?? '', request?.headers ?? {})).toMatchObject({
    type: 'webhook.test',
  });
});

test('addresses of private networks are refused, and no request reaches them', async () => {
  const person = await owner();
  for (const url of [
    'http://receiver.example.org/hook/x',
    'https://127.0.0.1/hook',
    'https://[::ffff:10.0.0.1]/hook',
    'https://169.254.169.254/latest/meta-data',
    'https://user:secret@receiver.example.org/hook/x',
    'https://metadata.internal/',
  ])
    expect(problemOf(await send(person, 'POST', '/webhooks', { url })), url).toMatchObject({
      code: 'validation_failed',
    });
  const { id } = await made(person, newName());
  await env.DB.prepare("UPDATE webhooks SET url = 'https://10.0.0.1/hook' WHERE id = ?").bind(id).run();
  const tested = webhookTestSchema.parse((await send(person, 'POST', `/webhooks/${id}/test`)).json);
  expect(tested).toMatchObject({ delivered: false, error: 'address' });
});

test('an endpoint of a workspace gets the events of its documents only', async () => {
  const person = await owner();
  const workspace = await makeWorkspace(person, 'open');
  const name = newName();
  await made(person, name, { workspace_ids: [workspace.id] });
  await read(person, 'S-1');
  const inside = await accepted(
    person.accessToken,
    uploadForm(sampleInvoice('S-2'), 'invoice.xml', { workspace_id: workspace.id }),
  );
  await untilTerminal(person.accessToken, inside.document.id);
  const requests = await untilReceived(name, 1);
  expect(requests.map(({ body }) => bodySchema.parse(JSON.parse(body)).data.document.id)).toEqual([inside.document.id]);
  const problem = problemOf(
    await send(person, 'POST', '/webhooks', { url: `${RECEIVER}/hook/x`, workspace_ids: ['wsp_unknown'] }),
  );
  expect(problem.code).toBe('validation_failed');
});

test('an endpoint of a developer without access to a restricted workspace hears nothing of it', async () => {
  const organization = await mintOrganization();
  const [boss, developer] = [await mintPerson(organization, 'owner'), await mintPerson(organization, 'developer')];
  const secretPlace = await makeWorkspace(boss);
  const name = newName();
  const webhook = await made(developer, name);
  expect(webhook.workspace_ids).toEqual([]);
  const hidden = await accepted(
    boss.accessToken,
    uploadForm(sampleInvoice('R-1'), 'invoice.xml', { workspace_id: secretPlace.id }),
  );
  await untilTerminal(boss.accessToken, hidden.document.id);
  const open = await read(boss, 'R-2');
  const requests = await untilReceived(name, 1);
  expect(requests.map(({ body }) => bodySchema.parse(JSON.parse(body)).data.document.id)).toEqual([open.id]);
  const whole = await made(boss, newName());
  const redirected = await send(developer, 'PATCH', `/webhooks/${whole.id}`, { url: `${RECEIVER}/hook/mine` });
  expect(problemOf(redirected).code).toBe('forbidden');
});

test('a deleted endpoint receives nothing, and its deliveries are gone', async () => {
  const person = await owner();
  const name = newName();
  const { id } = await made(person, name);
  expect((await send(person, 'DELETE', `/webhooks/${id}`)).status).toBe(204);
  await read(person);
  expect((await send(person, 'GET', `/webhooks/${id}/deliveries`)).status).toBe(404);
  expect(await received(name)).toEqual([]);
});
