import { createServer } from 'node:http';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { egressNetwork } from './egress.ts';

/** A Worker that fetches given addresses through the egress service, in the runtime that `npm start` uses. */
const SCRIPT = `export default {
  async fetch(request, env) {
    const address = new URL(request.url).searchParams.get('to');
    try { return new Response(await (await env.EGRESS.fetch(address)).text()); }
    catch { return new Response('refused', { status: 502 }); }
  },
}`;
/** Response of a server in this machine's private network. */
const SECRET = 'inside';

const inside = createServer((_request, response) => response.end(SECRET));
let port = 0;
let runtime: Miniflare;

const worker = (name: string, testAllow: string | undefined) => ({
  name,
  compatibilityDate: '2026-08-01',
  routes: [`${name}.test/*`],
  modules: [{ type: 'ESModule' as const, path: 'index.js', contents: SCRIPT }],
  serviceBindings: { EGRESS: { network: egressNetwork(testAllow) } },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => inside.listen(0, () => resolve()));
  const address = inside.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
  const options = { cf: false, telemetry: { enabled: false } };
  runtime = new Miniflare(
    convertV4MiniflareOptions({ ...options, workers: [worker('closed', undefined), worker('tests', 'localhost:1')] }),
  );
  await runtime.ready;
});

afterAll(async () => {
  await runtime?.dispose();
  inside.close();
});

async function reach(name: string, to: string): Promise<string> {
  const answer = await runtime.dispatchFetch(`http://${name}.test/?to=${encodeURIComponent(to)}`);
  return answer.text();
}

test.each([
  ['a name that resolves to this machine', 'localhost'],
  ['loopback', '127.0.0.1'],
  ['loopback by another address', '127.0.0.2'],
  ['loopback in IPv6', '[::1]'],
  ['loopback in mapped IPv6', '[::ffff:127.0.0.1]'],
  ['every address of this machine', '0.0.0.0'],
  ['a 6to4 address', '[2002:7f00:1::]'],
  ['a locally translated address', '[64:ff9b:1::7f00:1]'],
])('%s is out of reach', async (_name, host) => {
  expect(await reach('closed', `http://${host}:${port}/`)).toBe('refused');
});

test('a server under test reaches the receivers of the tests by the same way', async () => {
  expect(await reach('tests', `http://localhost:${port}/`)).toBe(SECRET);
});
