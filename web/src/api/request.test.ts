import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiFailure, NoAnswer, SignedOut } from './problems.ts';
import { send, sendJson } from './request.ts';

type Answer = (url: string) => Response | Promise<Response>;

function answerWith(answer: Answer) {
  const calls: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    calls.push(url);
    return Promise.resolve(answer(url));
  });
  return calls;
}

const problem = (status: number, code: string) =>
  new Response(
    JSON.stringify({ type: '', title: code, status, detail: `detail of ${code}`, code, request_id: 'req_1' }),
    {
      status,
      headers: { 'content-type': 'application/problem+json' },
    },
  );

afterEach(() => vi.unstubAllGlobals());

describe('send', () => {
  it('renews an expired session once for concurrent calls, and retries each of them', async () => {
    let renewed = false;
    const calls = answerWith((url) => {
      if (url.endsWith('/auth/refresh')) {
        renewed = true;
        return new Response('{}');
      }
      return renewed ? new Response('{"ok":true}') : problem(401, 'unauthenticated');
    });
    const answers = await Promise.all([sendJson('/a'), sendJson('/b'), sendJson('/c')]);
    expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(calls.filter((url) => url.endsWith('/auth/refresh'))).toHaveLength(1);
  });

  it('retries when another tab has used the refresh token first', async () => {
    let refreshed = false;
    answerWith((url) => {
      if (url.endsWith('/auth/refresh')) {
        refreshed = true;
        return problem(409, 'token_spent');
      }
      return refreshed ? new Response('{"ok":1}') : problem(401, 'unauthenticated');
    });
    expect(await sendJson('/a')).toEqual({ ok: 1 });
  });

  it('throws SignedOut when the session cannot be renewed', async () => {
    answerWith(() => problem(401, 'unauthenticated'));
    await expect(send('/a')).rejects.toBeInstanceOf(SignedOut);
  });

  it('does not renew the session on a failed sign-in', async () => {
    const calls = answerWith(() => problem(401, 'invalid_credentials'));
    await expect(send('/auth/login', { method: 'POST', body: {}, renew: false })).rejects.toBeInstanceOf(ApiFailure);
    expect(calls).toHaveLength(1);
  });

  it('keeps code, detail and request id of a problem document', async () => {
    answerWith(() => problem(404, 'not_found'));
    const failure = await send('/a').catch((error: unknown) => error);
    expect(failure).toMatchObject({
      status: 404,
      message: 'detail of not_found',
      problem: { code: 'not_found', request_id: 'req_1' },
    });
  });

  it('keeps the status of a response without a problem document', async () => {
    answerWith(() => new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } }));
    expect(await send('/a').catch((error: unknown) => error)).toMatchObject({ status: 502, problem: null });
  });

  it('distinguishes an unreachable server from an error response', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(send('/a')).rejects.toBeInstanceOf(NoAnswer);
  });
});
