import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';

/** Bytes that no well-behaved client sends, and the allowed response statuses. */
export interface WireCase {
  readonly name: string;
  readonly allowed: readonly number[];
  /** Head and chunks of the body; chunks are sent until there is a response. */
  send(host: string, token: string): { readonly head: string; readonly pieces: Iterable<Uint8Array> };
}

const PIECE = Buffer.alloc(256 * 1024, 0x61);
/** Most bytes that are sent, far above the upload limit. */
const TOO_MANY_PIECES = 400;
/** Time-out of a connection. */
const ANSWER_MS = 30_000;

function head(host: string, token: string, path: string, lines: readonly string[]): string {
  return [`POST /api/v1${path} HTTP/1.1`, `host: ${host}`, `authorization: Bearer ${token}`, ...lines, '', ''].join(
    '\r\n',
  );
}

const chunked = (piece: Uint8Array) =>
  Buffer.concat([Buffer.from(`${piece.byteLength.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

function* endless(): Generator<Uint8Array> {
  for (let sent = 0; sent < TOO_MANY_PIECES; sent++) yield chunked(PIECE);
  yield LAST_CHUNK;
}

const FORM = 'content-type: multipart/form-data; boundary=b';
const filePart = (attributes: string, content = 'Invoice 4711 Total 5.00') =>
  `--b\r\ncontent-disposition: form-data; ${attributes}\r\n\r\n${content}\r\n`;

/** A complete body with its length. */
const whole = (
  name: string,
  allowed: readonly number[],
  body: string | Uint8Array,
  lines: readonly string[] = [FORM],
): WireCase => ({
  name,
  allowed,
  send: (host, token) => {
    const bytes = Buffer.from(body);
    return {
      head: head(host, token, '/documents', [...lines, `content-length: ${bytes.byteLength}`]),
      pieces: [bytes],
    };
  },
});

const claimed = (path: string, lines: readonly string[]): WireCase => ({
  name: `${path}: 500 MB claimed, four bytes sent`,
  allowed: [413],
  send: (host, token) => ({
    head: head(host, token, path, [...lines, 'content-length: 524288000']),
    pieces: [Buffer.from('abcd')],
  }),
});

const withoutLength = (path: string, allowed: readonly number[], lines: readonly string[]): WireCase => ({
  name: `${path}: a body without a length and without an end`,
  allowed,
  send: (host, token) => ({
    head: head(host, token, path, [...lines, 'transfer-encoding: chunked']),
    pieces: endless(),
  }),
});

const JSON_BODY = 'content-type: application/json';
const KEY = 'idempotency-key: hostile';

export const WIRE_CASES: readonly WireCase[] = [
  claimed('/documents', [FORM]),
  claimed('/inference/process-document', [FORM]),
  claimed('/api-keys', [JSON_BODY, KEY]),
  claimed('/auth/login', [JSON_BODY]),
  claimed('/organizations/org_1/leave', [KEY]),
  withoutLength('/documents', [413], [FORM]),
  withoutLength('/api-keys', [413], [JSON_BODY, KEY]),
  withoutLength('/auth/login', [413], [JSON_BODY]),
  whole('a body in gzip', [400, 415], gzipSync(`${filePart('name="file"; filename="a.txt"')}--b--\r\n`), [
    FORM,
    'content-encoding: gzip',
  ]),
  whole('multipart without an end', [202, 400], filePart('name="file"; filename="a.txt"')),
  whole(
    'multipart of 10,000 parts',
    [202, 400, 422],
    `${filePart('name="x"', 'y').repeat(10_000)}${filePart('name="file"; filename="a.txt"')}--b--\r\n`,
  ),
  whole('two file parts', [422], `${filePart('name="file"; filename="a.txt"').repeat(2)}--b--\r\n`),
  whole(
    'a file name in filename*',
    [202, 400, 422],
    `${filePart(`name="file"; filename*=UTF-8''%00%2e%2e%2fetc%2fpasswd`)}--b--\r\n`,
  ),
  whole(
    'a file name of 60 kB',
    [202, 400, 422],
    `${filePart(`name="file"; filename="${'n'.repeat(60_000)}"`)}--b--\r\n`,
  ),
  whole('a boundary that is not there', [400, 422], 'no parts at all'),
  whole('no boundary', [400, 422], 'x', ['content-type: multipart/form-data']),
];

/** Sends one case. Returns the response status and the number of bytes sent, or why there was no response. */
export function sendRaw(
  address: string,
  token: string,
  wire: WireCase,
): Promise<{ readonly status: number; readonly sent: number }> {
  const { hostname, port, host } = new URL(address);
  const { head: first, pieces } = wire.send(host, token);
  const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
  return new Promise((resolve, reject) => {
    let [answer, sent, over] = ['', 0, false];
    const finish = (outcome: () => void) => {
      if (over) return;
      over = true;
      socket.destroy();
      outcome();
    };
    socket.setTimeout(ANSWER_MS, () => finish(() => reject(new Error(`${wire.name}: no answer, ${sent} bytes sent`))));
    socket.on('data', (data: Buffer) => {
      answer += data.toString('latin1');
      const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];
      if (status !== undefined) finish(() => resolve({ status: Number(status), sent }));
    });
    // The server may close before everything was sent; its response has arrived by then or is about to.
    socket.on('error', () => undefined);
    socket.on('close', () =>
      finish(() => reject(new Error(`${wire.name}: closed without an answer, ${sent} bytes sent`))),
    );
    socket.once('connect', async () => {
      socket.write(first);
      for (const piece of pieces) {
        if (over || socket.destroyed) return;
        sent += piece.byteLength;
        if (!socket.write(piece))
          await new Promise<void>((drained) => {
            socket.once('drain', drained);
            socket.once('close', drained);
          });
      }
    });
  });
}
