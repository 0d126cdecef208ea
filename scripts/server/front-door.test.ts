import { createServer, type IncomingHttpHeaders, request as openRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseNetwork } from '#core/security/networks';
import { type FrontDoor, openFrontDoor } from './front-door.ts';

/** Headers received by the runtime. */
let asked: IncomingHttpHeaders = {};
let taken = 0;
let runtimePort = 0;
/** Given from the start. */
const admission = Promise.resolve();
let open: FrontDoor;
let behindProxy: FrontDoor;

const runtime = createServer((request, response) => {
  asked = request.headers;
  taken = 0;
  if (request.url === '/closes') {
    // Refuses the body and drops the response, as a client would see it.
    request.once('data', () => request.socket.destroy());
    return;
  }
  if (request.url === '/early') {
    response.writeHead(413).end('too large');
    return;
  }
  request.on('data', (chunk: Buffer) => {
    taken += chunk.length;
  });
  request.on('end', () => response.writeHead(200, { 'set-cookie': ['a=1', 'b=2'] }).end(`took ${taken}`));
});
runtime.on('upgrade', (request, socket) => {
  asked = request.headers;
  socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n');
  socket.pipe(socket);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => runtime.listen(0, '127.0.0.1', () => resolve()));
  const address = runtime.address();
  runtimePort = typeof address === 'object' && address !== null ? address.port : 0;
  const trusted = parseNetwork('127.0.0.1');
  open = await openFrontDoor({ host: '127.0.0.1', port: 0, runtimePort, trustedProxies: [], admission });
  behindProxy = await openFrontDoor({
    host: '127.0.0.1',
    port: 0,
    runtimePort,
    trustedProxies: trusted ? [trusted] : [],
    admission,
  });
});

afterAll(async () => {
  await Promise.all([open?.close(), behindProxy?.close()]);
  runtime.closeAllConnections();
  await new Promise<void>((resolve) => runtime.close(() => resolve()));
});

const FORGED = {
  'cf-connecting-ip': '203.0.113.66',
  'CF-IPCountry': 'XX',
  'mf-original-url': 'http://localhost/api/v1/dev/outbox',
  'mf-cf-blob': '{"clientIp":"203.0.113.66:1"}',
  'mf-route-override': 'api-web',
  'x-real-ip': '203.0.113.66',
  'true-client-ip': '203.0.113.66',
  'x-forwarded-for': '203.0.113.66',
};

describe('the front door', () => {
  test('names the address of the connection, whatever the client says', async () => {
    await fetch(`http://127.0.0.1:${open.port}/`, { headers: FORGED });
    expect(asked['cf-connecting-ip']).toBe('127.0.0.1');
    const steering = Object.keys(asked).filter((name) => /^(?:cf|mf)-|x-real-ip|true-client/.test(name));
    expect(steering).toEqual(['cf-connecting-ip']);
  });

  test('believes a trusted proxy, and of what it says only the part that it added', async () => {
    const headers = { ...FORGED, 'x-forwarded-for': '127.0.0.1, 198.51.100.7' };
    await fetch(`http://127.0.0.1:${behindProxy.port}/`, { headers });
    expect(asked['cf-connecting-ip']).toBe('198.51.100.7');
  });

  test('keeps the host the client named, and every cookie of the answer', async () => {
    const answer = await new Promise<readonly string[] | undefined>((resolve, reject) => {
      const headers = { host: 'evil.test' };
      openRequest({ host: '127.0.0.1', port: open.port, headers }, (found) => {
        found.resume();
        resolve(found.headers['set-cookie']);
      })
        .on('error', reject)
        .end();
    });
    expect([asked.host, answer]).toEqual(['evil.test', ['a=1', 'b=2']]);
  });

  test('passes large bodies on, with and without a length', async () => {
    const body = new Uint8Array(5_000_000);
    const plain = await fetch(`http://127.0.0.1:${open.port}/`, { method: 'POST', body });
    expect(await plain.text()).toBe('took 5000000');
    const init = { method: 'POST', body: new Blob([body]).stream(), duplex: 'half' } as const;
    expect(await (await fetch(`http://127.0.0.1:${open.port}/`, init)).text()).toBe('took 5000000');
  });

  test('hands on an answer that comes before the body was read', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'content-length': '100000000' };
      const request = openRequest(
        { host: '127.0.0.1', port: open.port, path: '/early', method: 'POST', headers },
        (answer) => {
          resolve(answer.statusCode);
          request.destroy();
        },
      );
      request.on('error', reject);
      request.write(Buffer.alloc(1_000));
    });
    expect(status).toBe(413);
  });

  test('joins both ends of a WebSocket, and names the address there too', async () => {
    const heard = await new Promise<string>((resolve, reject) => {
      const socket = connect(open.port, '127.0.0.1');
      let text = '';
      socket.on('error', reject);
      socket.on('data', (chunk) => {
        text += chunk.toString();
        if (text.endsWith('\r\n\r\n')) socket.write('hello');
        if (text.endsWith('hello')) {
          socket.destroy();
          resolve(text);
        }
      });
      const forged = 'CF-Connecting-IP: 203.0.113.66\r\nMF-Original-URL: http://x/\r\n';
      socket.write(`GET /live HTTP/1.1\r\nhost: a\r\nconnection: Upgrade\r\nupgrade: websocket\r\n${forged}\r\n`);
    });
    expect(heard).toMatch(/^HTTP\/1\.1 101 .*hello$/s);
    expect([asked['cf-connecting-ip'], asked['mf-original-url']]).toEqual(['127.0.0.1', undefined]);
  });
});

/** Status of the response if only the first part of a body is sent. */
function statusOfUnfinished(port: number, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = openRequest({ host: '127.0.0.1', port, path, method: 'POST' }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
      sent.destroy();
    });
    sent.on('error', reject);
    sent.write('the first part of a body');
  });
}

describe('a runtime that closes while a body is being sent', () => {
  test('has refused the body, as long as it answers others', async () => {
    expect(await statusOfUnfinished(open.port, '/closes')).toBe(413);
  });

  test('does not answer, when it is gone', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', () => resolve()));
    const address = gone.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await new Promise<void>((resolve) => gone.close(() => resolve()));
    const door = await openFrontDoor({ host: '127.0.0.1', port: 0, runtimePort: port, trustedProxies: [], admission });
    expect(await statusOfUnfinished(door.port, '/closes')).toBe(502);
    await door.close();
  });
});

/** Returns what a client receives that sends an endless body and reads only when the connection closes. */
function answerToEndless(port: number): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const piece = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /early HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n');
    const send = () => {
      if (socket.destroyed || received !== '') return;
      socket.write(piece, () => setImmediate(send));
    };
    send();
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(received));
  });
}

test('a client that sends without an end receives its refusal', async () => {
  for (let round = 0; round < 10; round++) expect(await answerToEndless(open.port)).toMatch(/^HTTP\/1.1 413 /);
});

/** Calls of the other door between a request and its admission: enough for the request to arrive. */
const MEANWHILE = 20;

test('a request before the admission waits for it and is then answered', async () => {
  let admit = () => {};
  const later = new Promise<void>((resolve) => {
    admit = resolve;
  });
  const door = await openFrontDoor({ host: '127.0.0.1', port: 0, runtimePort, trustedProxies: [], admission: later });
  const order: string[] = [];
  const early = fetch(`http://127.0.0.1:${door.port}/early-bird`, { method: 'POST', body: 'twelve bytes' }).then(
    async (answer) => {
      order.push('answered');
      return answer.text();
    },
  );
  for (let call = 0; call < MEANWHILE; call++) await fetch(`http://127.0.0.1:${open.port}/`);
  order.push('admitted');
  admit();
  expect(await early).toBe('took 12');
  expect(order).toEqual(['admitted', 'answered']);
  await door.close();
});
