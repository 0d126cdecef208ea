import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { ORIGIN } from '#core/testing/call';
import api from '../../worker/index.ts';
import type { Example } from './example.ts';
import type { FaultyBindings } from './faulty-bindings.ts';
import { fillPath, type Operation } from './operations.ts';

export interface FaultyAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Calls the API Worker with these bindings and waits for its work after the response. */
export async function callWithFaults(
  bindings: FaultyBindings,
  operation: Operation,
  example: Example,
  token: string | undefined,
  idempotencyKey?: string,
): Promise<FaultyAnswer> {
  const headers = new Headers(example.headers);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (example.json !== undefined) headers.set('content-type', 'application/json');
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
  const body = example.json === undefined ? example.body?.() : JSON.stringify(example.json);
  const path = `${fillPath(operation.path, example.params ?? {})}${example.query ?? ''}`;
  const request = new Request<unknown, IncomingRequestCfProperties>(`${ORIGIN}${path}`, {
    method: operation.method.toUpperCase(),
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  });
  const context = createExecutionContext();
  const response = await api.fetch(request, bindings.environment, context);
  const text = response.body === null ? '' : await response.text();
  await waitOnExecutionContext(context);
  return { status: response.status, headers: response.headers, text };
}
