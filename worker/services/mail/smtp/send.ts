import { MailFailure, type MailProvider, type OutgoingMail } from '../provider.ts';
import { type OpenSocket, SmtpConnection, type SmtpReply } from './connection.ts';
import type { MailAddress } from './mail-address.ts';
import { formatMessage } from './message.ts';
import type { SmtpServer } from './server-address.ts';

const ASCII = /^[\x20-\x7e]*$/;

/** Sends mails over SMTP (RFC 5321) with one connection per mail: volume is low, and idle connections are costly. */
export function smtpProvider(server: SmtpServer, from: MailAddress, open: OpenSocket, timeoutMs: number): MailProvider {
  return {
    async deliver(mail) {
      const message = formatMessage(from, mail);
      const secureTransport = server.tls === 'implicit' ? 'on' : server.tls === 'starttls' ? 'starttls' : 'off';
      const connection = new SmtpConnection(open({ hostname: server.host, port: server.port }, secureTransport));
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<never>((_, reject) => {
        const failure = new MailFailure('timed_out', false, `the mail server took longer than ${timeoutMs} ms`);
        timer = setTimeout(() => reject(failure), timeoutMs);
      });
      try {
        await Promise.race([converse(connection, server, from, mail, message), late]);
      } catch (error) {
        if (error instanceof MailFailure) throw error;
        throw new MailFailure('unreachable', false, 'the mail server could not be reached', { cause: error });
      } finally {
        clearTimeout(timer);
        // The outcome is already known; errors while closing do not change it.
        await connection.close().catch(() => undefined);
      }
    },
  };
}

async function converse(
  connection: SmtpConnection,
  server: SmtpServer,
  from: MailAddress,
  mail: OutgoingMail,
  message: string,
): Promise<void> {
  const hello = `EHLO ${from.address.slice(from.address.lastIndexOf('@') + 1)}`;
  await connection.expect(220);
  let offers = offersOf(await connection.command(hello, 250));
  if (server.tls === 'starttls') {
    // Never send in plain text: no mail goes to a server (or an attacker in between) that offers no TLS.
    if (!offers.has('STARTTLS')) throw new MailFailure('insecure', false, 'the mail server offers no STARTTLS');
    await connection.command('STARTTLS', 220);
    connection.startTls();
    offers = offersOf(await connection.command(hello, 250));
  }
  await logIn(connection, server, offers.get('AUTH') ?? '');
  const plain = ASCII.test(mail.to) && ASCII.test(from.address);
  if (!plain && !offers.has('SMTPUTF8'))
    throw new MailFailure('refused', true, 'the mail server takes no address beyond ASCII');
  await connection.command(`MAIL FROM:<${from.address}>${plain ? '' : ' SMTPUTF8'}`, 250);
  await connection.command(`RCPT TO:<${mail.to}>`, 250);
  await connection.command('DATA', 354);
  await connection.sendMessage(message);
  await connection.expect(250);
  // The mail was accepted; a failed QUIT must not cause a retry.
  await connection.command('QUIT', 221).catch(() => undefined);
}

/** Parses the server's extensions (RFC 5321 §4.1.1.1): `AUTH PLAIN LOGIN` becomes `AUTH` → `PLAIN LOGIN`. */
function offersOf(reply: SmtpReply): ReadonlyMap<string, string> {
  return new Map(
    reply.lines.slice(1).map((line) => {
      const [name = '', ...rest] = line.toUpperCase().split(' ');
      return [name, rest.join(' ')];
    }),
  );
}

async function logIn(connection: SmtpConnection, server: SmtpServer, methods: string): Promise<void> {
  const { user, password } = server;
  if (user === null || password === null) return;
  const offered = methods.split(' ');
  if (offered.includes('PLAIN')) {
    await connection.command(`AUTH PLAIN ${base64(`\u0000${user}\u0000${password}`)}`, 235);
  } else if (offered.includes('LOGIN')) {
    await connection.command('AUTH LOGIN', 334);
    await connection.command(base64(user), 334);
    await connection.command(base64(password), 235);
  } else {
    throw new MailFailure('unauthorized', false, 'the mail server offers no way to sign in that is known here');
  }
}

const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
