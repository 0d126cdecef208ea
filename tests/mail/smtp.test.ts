import { afterEach, describe, expect, test } from 'vitest';
import type { OutgoingMail } from '../../worker/services/mail/provider.ts';
import { readMailAddress } from '../../worker/services/mail/smtp/mail-address.ts';
import { formatMessage } from '../../worker/services/mail/smtp/message.ts';
import { smtpProvider } from '../../worker/services/mail/smtp/send.ts';
import { readSmtpUrl, type SmtpServer } from '../../worker/services/mail/smtp/server-address.ts';
import { openNodeSocket } from './node-socket.ts';
import { type MailSink, openSink } from './sink.ts';

const FROM = readMailAddress('NeoCaptured <no-reply@neo.test>');
const TIMEOUT_MS = 2_000;

const mail: OutgoingMail = {
  id: 'mal_1',
  to: 'ada@example.com',
  subject: 'Grüße aus Köln, and more than fits into one encoded word of a header line',
  text: 'Hello,\n.\n.two dots\nÜnïcode\n',
  html: '<p>Hello</p>',
  createdAt: Date.UTC(2026, 0, 2, 3, 4, 5),
};

const open: MailSink[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((sink) => sink.close()));
});

async function sinkWith(options: Parameters<typeof openSink>[0], server: Partial<SmtpServer> = {}) {
  const sink = await openSink(options);
  open.push(sink);
  const address = { host: '127.0.0.1', port: sink.port, tls: 'none', user: null, password: null, ...server } as const;
  return { sink, provider: smtpProvider(address, FROM, openNodeSocket, TIMEOUT_MS) };
}

const bodyOf = (raw: string, kind: string) => {
  const part = raw.split('\r\n--').find((each) => each.includes(`Content-Type: ${kind}`)) ?? '';
  return Buffer.from(part.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8');
};

describe('a real mail server', () => {
  test('gets the message whole, in both forms, after STARTTLS and a sign-in', async () => {
    const { sink, provider } = await sinkWith({}, { tls: 'starttls', user: 'us\u00e9r', password: 'right' });
    await provider.deliver(mail);
    expect(sink.logins).toEqual(['PLAIN us\u00e9r:right']);
    const [got] = sink.mails;
    expect(got).toMatchObject({ from: 'no-reply@neo.test', to: ['ada@example.com'] });
    expect(got?.raw).toContain('Message-ID: <mal_1@neo.test>');
    expect(got?.raw).toContain('Date: Fri, 02 Jan 2026 03:04:05 +0000');
    expect(bodyOf(got?.raw ?? '', 'text/plain')).toBe(mail.text);
    expect(bodyOf(got?.raw ?? '', 'text/html')).toBe(mail.html);
  });

  test('is spoken to over TLS from the first byte where that is asked for', async () => {
    const { sink, provider } = await sinkWith({ secure: true }, { tls: 'implicit' });
    await provider.deliver(mail);
    expect(sink.mails).toHaveLength(1);
  });

  test('may ask for AUTH LOGIN', async () => {
    const { sink, provider } = await sinkWith(
      { authMethods: ['LOGIN'] },
      { tls: 'starttls', user: 'u', password: 'right' },
    );
    await provider.deliver(mail);
    expect(sink.logins).toEqual(['LOGIN u:right']);
  });

  test.each([
    [
      'a wrong password waits to be put right',
      {},
      { tls: 'starttls', user: 'u', password: 'wrong' },
      'unauthorized',
      false,
    ],
    ['no TLS where it was asked for', { hideSTARTTLS: true }, { tls: 'starttls' }, 'insecure', false],
    ['nothing at the address', {}, { port: 1 }, 'unreachable', false],
  ] as const)('%s', async (_name, options, server, reason, permanent) => {
    const { sink, provider } = await sinkWith(options, server);
    await expect(provider.deliver(mail)).rejects.toMatchObject({ name: 'MailFailure', reason, permanent });
    expect(sink.mails).toHaveLength(0);
  });

  test.each([
    [550, true],
    [451, false],
  ])('a refusal with %i is %s for good', async (responseCode, permanent) => {
    const { provider } = await sinkWith({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no'), { responseCode })),
    });
    await expect(provider.deliver(mail)).rejects.toMatchObject({ reason: 'refused', permanent });
  });

  test('that never answers ends by the clock', async () => {
    const { provider } = await sinkWith({ onConnect: () => undefined });
    await expect(provider.deliver(mail)).rejects.toMatchObject({ reason: 'timed_out', permanent: false });
  });
});

test.each([
  'a@b.test>\r\nRCPT TO:<c@d.test',
  'a@b.test\r\nBcc: c@d.test',
  'a b@c.test',
  '<a@b.test>',
  'a@b.test\u0000',
  'nobody',
])('%j is no recipient', (to) => {
  expect(() => formatMessage(FROM, { ...mail, to })).toThrow('no mail address');
});

test('a subject cannot become a header, and every line is ASCII and short', () => {
  const message = formatMessage(FROM, { ...mail, subject: 'x\r\nBcc: all@example.com\u0000' });
  const [head = ''] = message.split('\r\n\r\n');
  expect(head).not.toMatch(/^Bcc/im);
  for (const line of formatMessage(FROM, mail).split('\r\n')) {
    expect(line).toMatch(/^[\x20-\x7e]*$/);
    expect(line.length).toBeLessThanOrEqual(78);
  }
});

test('the address of a server names its TLS, and plain text is for this machine only', () => {
  expect(readSmtpUrl('smtps://u%40x:p%2F@mail.test')).toEqual({
    host: 'mail.test',
    port: 465,
    tls: 'implicit',
    user: 'u@x',
    password: 'p/',
  });
  expect(readSmtpUrl('smtp://mail.test')).toMatchObject({ port: 587, tls: 'starttls', user: null });
  expect(readSmtpUrl('smtp://127.0.0.1:2525?tls=none')).toMatchObject({ port: 2525, tls: 'none' });
  for (const bad of ['mail.test', 'http://mail.test', 'smtp://mail.test?tls=none'])
    expect(() => readSmtpUrl(bad)).toThrow(/^SMTP_URL /);
});
