import { CommandFailure } from '../server/failure.ts';

/** A raw API response. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ApiRequest {
  readonly token?: string;
  readonly json?: unknown;
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls the API of a local server. `path` is relative to `/api/v1`. */
export async function callApi(
  address: string,
  method: string,
  path: string,
  request: ApiRequest = {},
): Promise<ApiAnswer> {
  const headers = new Headers(request.headers);
  if (request.token !== undefined) headers.set('authorization', `Bearer ${request.token}`);
  if (request.json !== undefined) headers.set('content-type', 'application/json');
  const body = request.json !== undefined ? JSON.stringify(request.json) : request.form;
  const response = await fetch(`${address}/api/v1${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson && text !== '' ? JSON.parse(text) : {} };
}

/** Returns the response, or throws a failure with the call and the problem details. */
export async function expectApi(
  status: number,
  address: string,
  method: string,
  path: string,
  request: ApiRequest = {},
): Promise<ApiAnswer['body']> {
  const answer = await callApi(address, method, path, request);
  if (answer.status !== status) {
    throw new CommandFailure(
      `${method} /api/v1${path} answered ${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`,
    );
  }
  return answer.body;
}

/** A multipart body with one file. */
export function fileForm(name: string, bytes: Uint8Array, fields: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new File([new Uint8Array(bytes)], name));
  return form;
}

/** A string property of a response. @throws CommandFailure if it is missing */
export function text(body: Readonly<Record<string, unknown>>, ...path: readonly string[]): string {
  let value: unknown = body;
  for (const name of path) value = member(value, name);
  if (typeof value !== 'string')
    throw new CommandFailure(`the answer has no ${path.join('.')}: ${JSON.stringify(body)}`);
  return value;
}

/** A property of any JSON value, or undefined. */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const members: Readonly<Record<string, unknown>> = { ...value };
  return members[name];
}
