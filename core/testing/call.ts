import { exports } from 'cloudflare:workers';
import { expect } from 'vitest';
import { type Problem, problemSchema } from '../contract/problem.ts';

export const ORIGIN = 'https://api.test';

export interface Call {
  /** An access token or an API key. */
  readonly token?: string | undefined;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined when it is not JSON. */
  readonly json: unknown;
}

/**
 * Calls the API like an external client. Asserts for every response that it has a request id, and that failures are
 * problem+json with the same id and the response's status.
 */
export async function call(method: string, path: string, options: Call = {}): Promise<Answer> {
  const headers = new Headers(options.headers);
  if (options.token !== undefined) headers.set('authorization', `Bearer ${options.token}`);
  if (options.json !== undefined) headers.set('content-type', 'application/json');
  const body = options.json === undefined ? options.body : JSON.stringify(options.json);
  const response = await exports.default.fetch(`${ORIGIN}${path}`, {
    method,
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  });
  // A handshake has no body, and its headers are set by the runtime. Close the socket, since nobody listens.
  if (response.status === 101) {
    response.webSocket?.accept();
    response.webSocket?.close(1000);
    return { status: 101, headers: response.headers, text: '', json: undefined };
  }
  const text = new TextDecoder().decode(await response.arrayBuffer());
  const answer = { status: response.status, headers: response.headers, text, json: parse(response.headers, text) };
  expect(answer.headers.get('x-request-id'), `${method} ${path} has a request id`).toMatch(/^req_[0-9a-z]{26}$/);
  if (response.status >= 400) problemOf(answer);
  return answer;
}

/** Returns the problem of a response; fails the test if it is not a well-formed failure. */
export function problemOf(answer: Answer): Problem {
  expect(answer.headers.get('content-type'), answer.text).toBe('application/problem+json');
  const problem = problemSchema.parse(answer.json);
  expect(problem.status).toBe(answer.status);
  expect(problem.request_id).toBe(answer.headers.get('x-request-id'));
  return problem;
}

function parse(headers: Headers, text: string): unknown {
  return /^application\/(problem\+)?json\b/.test(headers.get('content-type') ?? '') ? JSON.parse(text) : undefined;
}
