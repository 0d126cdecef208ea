import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '#core/contract/result';
import { createCorrectionSender, type SenderEvents } from './correction-sender.ts';
import type { Correction } from './corrections.ts';
import { readAs, resultWith } from './result-example.ts';

const START = resultWith({ version: 1, fields: { total_amount: readAs('1.00'), currency: readAs('EUR') } });
const total = (id: number, value: string): Correction => ({
  id,
  label: 'Total',
  body: { fields: { total_amount: { value } } },
});

type Answer = (body: { readonly version?: number }, method: string) => Response;
const ok = (result: Result, method: string) => Response.json(method === 'GET' ? result : { result });
const refuse = (status: number, code: string) =>
  Response.json(
    { type: 'about:blank', status, code, title: code, detail: code, request_id: 'r' },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );

interface Sent {
  readonly version: number | undefined;
  readonly value: unknown;
  readonly key: string | null;
}

/** A sender against a server that answers one request after the other as given. */
function senderWith(answers: Answer[]) {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', (_path: string, { method, body, headers }: RequestInit = {}) => {
    const parsed = typeof body === 'string' ? JSON.parse(body) : {};
    const key = new Headers(headers).get('idempotency-key');
    if (method === 'PATCH') sent.push({ version: parsed.version, value: parsed.fields?.total_amount?.value, key });
    const answer = answers.shift();
    if (answer === undefined) throw new Error('one request more than expected');
    return Promise.resolve().then(() => answer(parsed, method ?? 'GET'));
  });
  const noted = { states: [] as string[], refused: [] as number[], overtaken: [] as number[], pending: [] as number[] };
  const events: SenderEvents = {
    onBase: () => undefined,
    onPending: (pending) => {
      noted.pending = pending.map(({ id }) => id);
    },
    onState: (state) => noted.states.push(state),
    onRefused: ({ id }) => noted.refused.push(id),
    onOvertaken: (dropped) => noted.overtaken.push(...dropped.map(({ id }) => id)),
  };
  return { sender: createCorrectionSender('doc', START, events), sent, noted };
}

afterEach(() => vi.unstubAllGlobals());

const corrected = (version: number, value: string) =>
  resultWith({ version, fields: { total_amount: readAs(value, { state: 'confirmed' }), currency: readAs('EUR') } });

describe('corrections on their way to the server', () => {
  it('go one after the other, each on the version that the one before made', async () => {
    const { sender, sent, noted } = senderWith([
      (_body, method) => ok(corrected(2, '2.00'), method),
      (_body, method) => ok(corrected(3, '3.00'), method),
    ]);
    sender.add(total(1, '2'));
    sender.add(total(2, '3'));
    expect((await sender.flushed()).version).toBe(3);
    expect(sent.map(({ version, value }) => [version, value])).toEqual([
      [1, '2'],
      [2, '3'],
    ]);
    expect(noted.states.at(-1)).toBe('saved');
  });

  it('an answer that got lost is asked for again with the same key', async () => {
    const { sender, sent, noted } = senderWith([
      () => {
        throw new TypeError('network');
      },
      (_body, method) => ok(corrected(2, '2.00'), method),
    ]);
    sender.add(total(1, '2'));
    await vi.waitFor(() => expect(noted.states).toContain('offline'));
    expect(noted.pending).toEqual([1]);
    sender.retry();
    expect((await sender.flushed()).version).toBe(2);
    expect(sent[0]?.key).not.toBe(null);
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });

  it('on a newer version what still applies is sent again, and the rest is named', async () => {
    const other = resultWith({ version: 5, fields: { total_amount: readAs('9.00'), currency: readAs('EUR') } });
    const { sender, sent, noted } = senderWith([
      () => refuse(409, 'version_conflict'),
      (_body, method) => ok(other, method),
      (_body, method) => ok({ ...other, version: 6 }, method),
    ]);
    sender.add(total(1, '2'));
    sender.add({ id: 2, label: 'Currency', body: { fields: { currency: { value: 'USD' } } } });
    expect((await sender.flushed()).version).toBe(6);
    expect(noted.overtaken).toEqual([1]);
    expect(sent.at(-1)?.version).toBe(5);
  });

  it('a refused value is dropped and named; the next one is sent', async () => {
    const { sender, noted } = senderWith([
      () => refuse(422, 'validation_failed'),
      (_body, method) => ok(corrected(2, '3.00'), method),
    ]);
    sender.add(total(1, 'x'));
    sender.add(total(2, '3'));
    await sender.flushed();
    expect(noted.refused).toEqual([1]);
  });

  it('somebody else’s lock keeps everything until it is tried again', async () => {
    const { sender, noted } = senderWith([
      () => refuse(409, 'locked'),
      (_body, method) => ok(corrected(2, '2.00'), method),
    ]);
    sender.add(total(1, '2'));
    await expect(sender.flushed()).rejects.toMatchObject({ status: 409 });
    expect([noted.states.at(-1), noted.pending]).toEqual(['blocked', [1]]);
    sender.retry();
    expect((await sender.flushed()).version).toBe(2);
  });

  it('only what is not on its way can be taken back', () => {
    const { sender } = senderWith([() => refuse(500, 'internal_error')]);
    sender.add(total(1, '2'));
    expect(sender.takeBack()).toBe(null);
    sender.add(total(2, '3'));
    expect(sender.takeBack()?.id).toBe(2);
  });
});
