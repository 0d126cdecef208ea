import type { TypedResponse } from 'hono';

/** Returns a 200 response with stored JSON, sent without parsing. `T` is the type that was stored. */
export function storedJson<T>(body: BodyInit, headers: Readonly<Record<string, string>> = {}) {
  const response = new Response(body, { headers: { 'content-type': 'application/json', ...headers } });
  return response as Response & TypedResponse<T, 200, 'json'>;
}
