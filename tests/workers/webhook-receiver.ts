import { Response } from 'miniflare';

/** Host of the receiver below; tests reach it like any other address. */
export const RECEIVER = 'https://receiver.example.org';

interface Scripted {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const scripts = new Map<string, Scripted[]>();
const logs = new Map<string, { headers: Record<string, string>; body: string }[]>();

/**
 * A receiver of webhooks for the tests in workerd, outside of it: `PUT /script/{name}` sets the next answers, `POST
 * /hook/{name}` answers with them (then with 200) and keeps the request, `GET /log/{name}` lists what came.
 */
export async function receiveWebhook(request: {
  readonly url: string;
  readonly method: string;
  readonly headers: Iterable<[string, string]>;
  text(): Promise<string>;
}): Promise<Response> {
  const [, kind = '', name = ''] = new URL(request.url).pathname.split('/');
  const body = await request.text();
  if (kind === 'log') return Response.json(logs.get(name) ?? []);
  if (kind === 'script') {
    scripts.set(name, JSON.parse(body));
    return new Response(null, { status: 204 });
  }
  logs.set(name, [...(logs.get(name) ?? []), { headers: Object.fromEntries(request.headers), body }]);
  const next = scripts.get(name)?.shift() ?? { status: 200, body: 'thanks' };
  return new Response(next.body ?? null, { status: next.status, headers: { ...next.headers } });
}
