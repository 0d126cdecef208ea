import type { TypedResponse } from 'hono';

/**
 * A 200 answer whose JSON lies in storage already and is sent as it is, without being parsed. `T` is what the writer
 * of the object put there.
 */
export function storedJson<T>(body: BodyInit, headers: Readonly<Record<string, string>> = {}) {
  const response = new Response(body, { headers: { 'content-type': 'application/json', ...headers } });
  return response as Response & TypedResponse<T, 200, 'json'>;
}
