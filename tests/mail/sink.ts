import { once } from 'node:events';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail server on this machine that stores the mails it receives. */
export interface MailSink {
  readonly port: number;
  readonly mails: { readonly from: string; readonly to: readonly string[]; readonly raw: string }[];
  readonly logins: string[];
  close(): Promise<void>;
}

export async function openSink(options: SMTPServerOptions = {}): Promise<MailSink> {
  const mails: MailSink['mails'] = [];
  const logins: string[] = [];
  const server = new SMTPServer({
    logger: false,
    authOptional: true,
    onAuth: (auth, _session, done) => {
      logins.push(`${auth.method} ${auth.username}:${auth.password}`);
      if (auth.password === 'right') done(null, { user: auth.username });
      else done(new Error('wrong'));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        mails.push({ from, to: rcptTo.map((each) => each.address), raw: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
    ...options,
  });
  // The tests include clients that disconnect during the dialogue.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { port, mails, logins, close: () => new Promise((resolve) => void server.close(() => resolve())) };
}
