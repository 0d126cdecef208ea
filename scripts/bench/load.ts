import { Agent, request } from 'node:http';

export interface LoadRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly status: number;
}

export interface LoadRun {
  /** One entry per request, in milliseconds. */
  readonly wall: readonly number[];
}

/** Sends `count` requests over `concurrency` keep-alive connections. @throws Error on any other status */
export async function applyLoad(
  address: string,
  load: LoadRequest,
  count: number,
  concurrency: number,
): Promise<LoadRun> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const wall: number[] = [];
  let started = 0;
  const work = async (): Promise<void> => {
    while (started < count) {
      started++;
      const begin = performance.now();
      const answer = await send(address, load, agent);
      if (answer.status !== load.status)
        throw new Error(`${load.method} ${load.path} answered ${answer.status}: ${answer.text.slice(0, 200)}`);
      wall.push(performance.now() - begin);
    }
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, work));
  } finally {
    agent.destroy();
  }
  return { wall };
}

/** Sends one request and accepts any status. @throws Error when there is no response */
export function send(
  address: string,
  load: LoadRequest,
  agent: Agent,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(load.path, address),
      { method: load.method, headers: { ...load.headers }, agent },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
        );
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(load.body);
  });
}

/** A multipart body with one file, ready for `applyLoad`. */
export async function fileBody(name: string, bytes: Uint8Array): Promise<Pick<LoadRequest, 'headers' | 'body'>> {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(bytes)], name));
  const encoded = new Response(form);
  return {
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    body: new Uint8Array(await encoded.arrayBuffer()),
  };
}
