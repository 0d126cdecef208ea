import {
  Agent,
  createServer,
  type IncomingMessage,
  request as openRequest,
  type Server,
  type ServerResponse,
} from 'node:http';
import { type Duplex, Transform } from 'node:stream';
import { clientAddress } from '#core/security/client-address';
import type { Network } from '#core/security/networks';

/**
 * The proxy between the network and the runtime on this machine, corresponding to the edge of a deployment. It sets
 * `cf-connecting-ip` to the client's address, the only header that the Worker trusts for it. Values sent by clients in
 * that header, or in those that control the runtime (`mf-*`), are dropped.
 */
export interface FrontDoorOptions {
  readonly host: string;
  /** 0 chooses a free port. */
  readonly port: number;
  /** Loopback port of the runtime. */
  readonly runtimePort: number;
  /** Proxies whose `X-Forwarded-For` is trusted. */
  readonly trustedProxies: readonly Network[];
  /** Requests that arrive earlier wait for this, so that none reaches a database without its tables. */
  readonly admission: Promise<void>;
}

export interface FrontDoor {
  readonly port: number;
  close(): Promise<void>;
}

const RUNTIME_HOST = '127.0.0.1';
/**
 * Headers that only an edge or the runtime's tools may set, and those that concern one connection only (RFC 9110
 * §7.6.1).
 */
const DROPPED =
  /^(?:cf-.*|mf-.*|true-client-ip|x-real-ip|connection|keep-alive|proxy-connection|transfer-encoding|te|upgrade)$/i;

export async function openFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer(async (request, response) => {
    await options.admission;
    if (!response.destroyed) forward(options, agent, request, response);
  });
  // No time limit, because large uploads are slow; the Worker limits body size.
  server.requestTimeout = 0;
  server.on('upgrade', async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Without a listener an error on the waiting socket would end the process.
    socket.on('error', () => socket.destroy());
    await options.admission;
    if (!socket.destroyed) upgrade(options, request, socket, head);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: options.host, port: options.port }, () => resolve());
  });
  return {
    port: portOf(server),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        agent.destroy();
      }),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

/** The client's headers in their order and spelling, without those that clients must not set. */
function headersOf({ trustedProxies }: FrontDoorOptions, request: IncomingMessage): string[] {
  const kept: string[] = [];
  for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
    const [name = '', value = ''] = request.rawHeaders.slice(at, at + 2);
    if (!DROPPED.test(name)) kept.push(name, value);
  }
  const forwardedFor = request.headersDistinct['x-forwarded-for']?.join(',');
  const peer = request.socket.remoteAddress;
  if (peer !== undefined) kept.push('cf-connecting-ip', clientAddress(peer, forwardedFor, trustedProxies));
  return kept;
}

function forward(options: FrontDoorOptions, agent: Agent, request: IncomingMessage, response: ServerResponse): void {
  const headers = headersOf(options, request);
  if (request.headers['transfer-encoding'] !== undefined) headers.push('transfer-encoding', 'chunked');
  const { method, url: path } = request;
  let hasAnswer = false;
  const passed = openRequest(
    { host: RUNTIME_HOST, port: options.runtimePort, method, path, headers, agent },
    (answer) => {
      hasAnswer = true;
      // A response before the whole body was read (413): the rest of the body is discarded.
      if (!request.complete) response.setHeader('connection', 'close');
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, withoutHops(answer.rawHeaders));
      answer.pipe(response, { end: false });
      answer.on('end', () => endResponse(request, response));
      answer.on('error', () => response.destroy());
    },
  );
  passed.on('error', async () => {
    // The rest of a refused body cannot be written; the response is on its way.
    if (hasAnswer) return;
    // When the runtime refuses a body it responds and closes; the response is lost if a write failed first.
    const isRefused = !request.complete && (await isServing(options));
    if (response.destroyed) return;
    const [status, type, text] = isRefused
      ? [413, 'application/problem+json', TOO_LARGE]
      : [502, 'text/plain', 'the runtime does not answer\n'];
    response.writeHead(status, { 'content-type': type, 'content-length': text.length, connection: 'close' });
    response.write(text);
    endResponse(request, response);
  });
  response.on('close', () => {
    passed.destroy();
    if (!request.complete) request.destroy();
  });
  request.pipe(oneTurnEach()).pipe(passed);
}

/** How long a client that has its response may go on sending a refused body, in milliseconds. */
const LINGER_MS = 500;

/**
 * Ends the response. While the client still sends its body, closing would reset the connection and the client could lose
 * the response, so the body is discarded first, for a bounded time.
 */
function endResponse(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete) return void response.end();
  request.unpipe();
  request.resume();
  const end = () => response.end();
  const timer = setTimeout(end, LINGER_MS);
  request.once('end', end);
  response.once('close', () => clearTimeout(timer));
}

const TOO_LARGE = JSON.stringify({
  type: '/docs/errors#body_too_large',
  title: 'Body too large',
  status: 413,
  detail: 'The body is too large.',
  code: 'body_too_large',
});

/** Timeout for the check that the runtime still serves, in milliseconds. */
const PROBE_MS = 2_000;

/** True if the runtime responds to other requests, so it closed the connection on purpose. */
function isServing({ runtimePort }: FrontDoorOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = openRequest(
      { host: RUNTIME_HOST, port: runtimePort, path: '/healthz', timeout: PROBE_MS, agent: false },
      (answer) => {
        answer.resume();
        resolve(true);
      },
    );
    probe.on('timeout', () => probe.destroy());
    probe.on('error', () => resolve(false));
    probe.end();
  });
}

/**
 * A runtime that refuses a body (413) responds and closes; a further write breaks the connection before the response is
 * read. Therefore the loop checks for a response before each chunk.
 */
const oneTurnEach = (): Transform =>
  new Transform({ transform: (piece, _encoding, done) => void setImmediate(done, null, piece) });

/** A WebSocket handshake: both sockets are connected once the runtime has accepted. */
function upgrade(options: FrontDoorOptions, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const headers = [...headersOf(options, request), 'connection', 'upgrade', 'upgrade', request.headers.upgrade ?? ''];
  const { method, url: path } = request;
  const passed = openRequest({ host: RUNTIME_HOST, port: options.runtimePort, method, path, headers });
  passed.on('upgrade', (answer, runtime, first) => {
    socket.write(`${headOf(answer)}\r\n\r\n`);
    if (first.length > 0) socket.write(first);
    if (head.length > 0) runtime.write(head);
    for (const [from, to] of [
      [socket, runtime],
      [runtime, socket],
    ] as const) {
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
  });
  // Refused: forwards the response unchanged and closes the connection.
  passed.on('response', (answer) => {
    socket.write(`${headOf(answer)}\r\nconnection: close\r\n\r\n`);
    answer.pipe(socket);
  });
  passed.on('error', () => socket.destroy());
  socket.on('error', () => passed.destroy());
  passed.end();
}

function headOf({ statusCode, statusMessage, rawHeaders }: IncomingMessage): string {
  const kept = statusCode === 101 ? rawHeaders : withoutHops(rawHeaders);
  const lines = kept.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${kept[at + 1] ?? ''}`] : []));
  return [`HTTP/1.1 ${statusCode} ${statusMessage}`, ...lines].join('\r\n');
}

/** Raw headers without those of the connection to the runtime; the body is reframed. */
const withoutHops = (raw: readonly string[]): string[] =>
  raw.flatMap((name, at) =>
    at % 2 === 0 && !/^(?:connection|keep-alive|transfer-encoding)$/i.test(name) ? [name, raw[at + 1] ?? ''] : [],
  );
