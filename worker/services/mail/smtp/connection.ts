import { MailFailure } from '../provider.ts';

/** The part of a TCP socket that is used; `connect` of `cloudflare:sockets` returns one. */
export interface SmtpSocket {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
  startTls(): SmtpSocket;
  close(): Promise<void>;
}

export type OpenSocket = (
  address: { readonly hostname: string; readonly port: number },
  secureTransport: 'on' | 'off' | 'starttls',
) => SmtpSocket;

export interface SmtpReply {
  readonly code: number;
  readonly lines: readonly string[];
}

/** Well above any real reply (RFC 5321 §4.5.3.1.5 sets 512 per line). Bounds hostile servers. */
const MAX_REPLY_BYTES = 65_536;

/** An SMTP connection: sends commands and reads replies. Only sends complete lines. */
export class SmtpConnection {
  private reader: ReadableStreamDefaultReader<Uint8Array>;
  private writer: WritableStreamDefaultWriter<Uint8Array>;
  private pending = '';
  private readonly decoder = new TextDecoder();
  private readonly encoder = new TextEncoder();

  constructor(private socket: SmtpSocket) {
    this.reader = socket.readable.getReader();
    this.writer = socket.writable.getWriter();
  }

  /** @throws MailFailure if the reply is invalid or has another code: 4xx may be retried, 5xx not */
  async expect(code: number): Promise<SmtpReply> {
    const reply = await this.readReply();
    if (reply.code === code) return reply;
    const reason = reply.code === 535 || reply.code === 530 ? 'unauthorized' : 'refused';
    // A wrong password can be fixed by the administrator, so the mail is kept for a retry.
    const permanent = reply.code >= 500 && reason === 'refused';
    throw new MailFailure(reason, permanent, `the mail server answered ${reply.code} where ${code} was due`);
  }

  async command(line: string, code: number): Promise<SmtpReply> {
    if (/[\r\n]/.test(line)) throw new MailFailure('protocol', true, 'a command with a line break was not sent');
    await this.write(`${line}\r\n`);
    return this.expect(code);
  }

  /** Sends the message and the final dot; lines that start with a dot get another one (RFC 5321 §4.5.2). */
  async sendMessage(message: string): Promise<void> {
    const stuffed = message.replaceAll(/^\./gm, '..');
    await this.write(stuffed.endsWith('\r\n') ? `${stuffed}.\r\n` : `${stuffed}\r\n.\r\n`);
  }

  /**
   * @throws MailFailure if data arrived before TLS started, because it would be treated as encrypted (CVE-2011-0411)
   */
  startTls(): void {
    if (this.pending !== '') throw new MailFailure('insecure', false, 'the mail server spoke before TLS began');
    this.reader.releaseLock();
    this.writer.releaseLock();
    this.socket = this.socket.startTls();
    this.reader = this.socket.readable.getReader();
    this.writer = this.socket.writable.getWriter();
  }

  async close(): Promise<void> {
    await this.socket.close();
  }

  private async write(text: string): Promise<void> {
    await this.writer.write(this.encoder.encode(text));
  }

  private async readReply(): Promise<SmtpReply> {
    const lines: string[] = [];
    for (;;) {
      const line = await this.readLine();
      const [, code, more, text] = /^(\d{3})([ -]?)(.*)$/.exec(line) ?? [];
      if (code === undefined) throw new MailFailure('protocol', false, 'this is no mail server');
      lines.push(text ?? '');
      if (more !== '-') return { code: Number(code), lines };
      if (lines.length > 100) throw new MailFailure('protocol', false, 'the mail server does not come to an end');
    }
  }

  private async readLine(): Promise<string> {
    for (;;) {
      const end = this.pending.indexOf('\n');
      if (end >= 0) {
        const line = this.pending.slice(0, end).replace(/\r$/, '');
        this.pending = this.pending.slice(end + 1);
        return line;
      }
      if (this.pending.length > MAX_REPLY_BYTES)
        throw new MailFailure('protocol', false, 'the mail server does not come to an end');
      const { value, done } = await this.reader.read();
      if (done) throw new MailFailure('unreachable', false, 'the mail server hung up');
      this.pending += this.decoder.decode(value, { stream: true });
    }
  }
}
