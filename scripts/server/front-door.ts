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
 * What stands between the network and the runtime on this machine, as the edge does in a deployment: it names the
 * client's address in `cf-connecting-ip`, which is all the Worker believes. Whatever a client says in that header, or in
 * those by which the runtime's own tools steer it (`mf-*`), is dropped.
 */
export interface FrontDoorOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Port on loopback where the runtime answers. */
  readonly runtimePort: number;
  /** Proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly Network[];
}

export interface FrontDoor {
  readonly port: number;
  close(): Promise<void>;
}

const RUNTIME_HOST = '127.0.0.1';
/** Headers that only an edge or the runtime's tools may set, and those that concern one connection only (RFC 9110 §7.6.1). */
const DROPPED =
  /^(?:cf-.*|mf-.*|true-client-ip|x-real-ip|connection|keep-alive|proxy-connection|transfer-encoding|te|upgrade)$/i;

export async function openFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer((request, response) => forward(options, agent, request, response));
  // Large uploads take their time; the Worker bounds bodies by size.
  server.requestTimeout = 0;
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgrade(options, request, socket, head);
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

/** The client's headers in their order and spelling, without what is not theirs to say. */
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
  const passed = openRequest(
    { host: RUNTIME_HOST, port: options.runtimePort, method, path, headers, agent },
    (answer) => {
      // An answer before the whole body was read (413): what is left of it is not waited for.
      if (!request.complete) response.setHeader('connection', 'close');
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, withoutHops(answer.rawHeaders));
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    },
  );
  passed.on('error', async () => {
    if (response.headersSent) return void response.destroy();
    // The runtime answers and closes when it refuses a body, and the answer is lost where a write failed first.
    const isRefused = !request.complete && (await isServing(options));
    if (response.headersSent || response.destroyed) return;
    if (isRefused)
      response.writeHead(413, { 'content-type': 'application/problem+json', connection: 'close' }).end(TOO_LARGE);
    else
      response
        .writeHead(502, { 'content-type': 'text/plain', connection: 'close' })
        .end('the runtime does not answer\n');
  });
  response.on('close', () => {
    passed.destroy();
    if (!request.complete) request.destroy();
  });
  request.pipe(oneTurnEach()).pipe(passed);
}

const TOO_LARGE = JSON.stringify({
  type: '/docs/errors#body_too_large',
  title: 'Body too large',
  status: 413,
  detail: 'The body is too large.',
  code: 'body_too_large',
});

/** How long the runtime may take to show that it still serves, in milliseconds. */
const PROBE_MS = 2_000;

/** Whether the runtime answers other requests: then it closed a connection on purpose. */
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
 * A runtime that refuses a body (413) answers and closes; a write to it then breaks the connection before the answer was
 * read. So the loop looks for an answer before each piece.
 */
const oneTurnEach = (): Transform =>
  new Transform({ transform: (piece, _encoding, done) => void setImmediate(done, null, piece) });

/** A WebSocket handshake: both ends are joined once the runtime has agreed. */
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
  // Refused: the answer goes back as it is, and the connection ends with it.
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

/** Raw headers without those of the connection to the runtime; the body is framed anew. */
const withoutHops = (raw: readonly string[]): string[] =>
  raw.flatMap((name, at) =>
    at % 2 === 0 && !/^(?:connection|keep-alive|transfer-encoding)$/i.test(name) ? [name, raw[at + 1] ?? ''] : [],
  );
