import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleWorker } from './bundle-worker.ts';
import { SINK_CERTIFICATE, SINK_KEY, STRANGE_CERTIFICATE, STRANGE_KEY } from './certificate.data.ts';
import { type MailSink, openSink } from './sink.ts';

/** Mails are sent from workerd itself: over its sockets with verified TLS, and through its mail binding. */

const mail = {
  id: 'mal_1',
  to: 'ada@example.com',
  subject: 'Confirm your e-mail address',
  text: 'Hello,\nplease confirm.\n',
  html: '<p>Hello</p>',
  createdAt: Date.UTC(2026, 0, 2),
};
const MAIL_FROM = 'NeoCaptured <no-reply@neo.test>';
/** Time-out for starting workerd on a busy machine. */
const START_MS = 300_000;

let folder: string;
let script: string;
let startServer: typeof import('miniflare');
const ending: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'neo-mail-'));
  const certificate = join(folder, 'certificate.pem');
  await writeFile(certificate, SINK_CERTIFICATE);
  // Read when the module is loaded: certificates that workerd trusts in addition to those of browsers.
  process.env['NODE_EXTRA_CA_CERTS'] = certificate;
  startServer = await import('miniflare');
  script = await bundleWorker('tests/workers/deliver-mail.ts');
}, START_MS);

afterAll(async () => {
  for (const end of ending) await end();
  await rm(folder, { recursive: true, force: true });
});

async function sinkWith(options: Parameters<typeof openSink>[0]): Promise<MailSink> {
  const sink = await openSink({ cert: SINK_CERTIFICATE, key: SINK_KEY, ...options });
  ending.push(() => sink.close());
  return sink;
}

/** Sends a mail from a Worker with these variables and the senders allowed by its mail binding. Returns the outcome. */
async function deliver(bindings: Readonly<Record<string, string>>, senders?: readonly string[]): Promise<string> {
  const { convertV4MiniflareOptions, Miniflare: Server } = startServer;
  const server: Miniflare = new Server(
    convertV4MiniflareOptions({
      cf: false,
      telemetry: { enabled: false },
      modules: [{ type: 'ESModule', path: 'index.js', contents: script }],
      compatibilityDate: '2026-08-01',
      compatibilityFlags: ['nodejs_compat'],
      bindings: { MAIL_FROM, MAIL_TIMEOUT_MILLISECONDS: '5000', ...bindings },
      ...(senders ? { email: { send_email: [{ name: 'EMAIL', allowed_sender_addresses: [...senders] }] } } : {}),
    }),
  );
  try {
    const response = await server.dispatchFetch('http://mail.test/', { method: 'POST', body: JSON.stringify(mail) });
    return await response.text();
  } finally {
    await server.dispose();
  }
}

const taken = JSON.stringify({ outcome: 'taken' });

describe('over the sockets of workerd', () => {
  test.each([
    ['TLS from the first byte', 'smtps', { secure: true }],
    ['STARTTLS', 'smtp', {}],
  ] as const)('%s, with a sign-in', { timeout: START_MS }, async (_name, scheme, options) => {
    const sink = await sinkWith(options);
    expect(await deliver({ SMTP_URL: `${scheme}://user:right@localhost:${sink.port}` })).toBe(taken);
    expect(sink.logins).toEqual(['PLAIN user:right']);
    expect(sink.mails).toMatchObject([{ from: 'no-reply@neo.test', to: ['ada@example.com'] }]);
  });

  test('a certificate that nobody vouches for gets no password and no mail', { timeout: START_MS }, async () => {
    for (const [scheme, secure] of [
      ['smtps', true],
      ['smtp', false],
    ] as const) {
      const sink = await sinkWith({ secure, cert: STRANGE_CERTIFICATE, key: STRANGE_KEY });
      const outcome = await deliver({ SMTP_URL: `${scheme}://user:right@localhost:${sink.port}` });
      expect(outcome).not.toBe(taken);
      expect([sink.logins, sink.mails]).toEqual([[], []]);
    }
  });
});

describe('through the mail binding of the platform', () => {
  test('a mail is taken', { timeout: START_MS }, async () => {
    expect(await deliver({}, ['no-reply@neo.test'])).toBe(taken);
  });

  test('one that the binding refuses waits for another attempt', { timeout: START_MS }, async () => {
    expect(await deliver({}, ['somebody-else@neo.test'])).toBe(JSON.stringify({ outcome: 'refused' }));
  });
});
