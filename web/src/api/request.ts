import { NoAnswer, readProblem, SignedOut } from './problems.ts';
import { renewSession } from './renew-session.ts';

export const API_BASE = '/api/v1';

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent unchanged, instead of `body`. */
  readonly bytes?: Blob;
  readonly signal?: AbortSignal;
  /** Repeating a request with the same key and body returns the first answer instead of working twice. */
  readonly idempotencyKey?: string;
  /** The request outlives the page. */
  readonly keepalive?: boolean;
  /** False for sign-in and registration, where a 401 is about the credentials and not about the session. */
  readonly renew?: boolean;
}

/**
 * Sends a request to the API. On a 401 it renews the session once and retries.
 *
 * @throws ApiFailure for an error response
 * @throws SignedOut when the session cannot be renewed
 * @throws NoAnswer when the server cannot be reached
 * @throws DOMException `AbortError` when `signal` fires
 */
export async function send(path: string, options: RequestOptions = {}): Promise<Response> {
  let response = await attempt(path, options);
  if (response.status === 401 && options.renew !== false) {
    if (!(await renewSession())) throw new SignedOut();
    response = await attempt(path, options);
    if (response.status === 401) throw new SignedOut();
  }
  if (response.ok) return response;
  throw readProblem(response.status, response.headers.get('content-type') ?? '', await response.text());
}

/** Returns the JSON of a response. The API's contract tests guarantee its shape, so it is not validated here. */
export async function sendJson<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  return (await response.json()) as T;
}

async function attempt(path: string, options: RequestOptions): Promise<Response> {
  try {
    const { method = 'GET', body, bytes, signal, idempotencyKey, keepalive = false } = options;
    const headers = {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    };
    return await fetch(`${API_BASE}${path}`, {
      method,
      headers,
      keepalive,
      ...(signal ? { signal } : {}),
      ...(bytes ? { body: bytes } : {}),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new NoAnswer(error);
  }
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
