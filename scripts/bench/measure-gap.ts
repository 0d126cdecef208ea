import { setTimeout as delay } from 'node:timers/promises';
import { callApi, expectApi, fileForm, member, text } from '../start/api-client.ts';

const UNFINISHED: ReadonlySet<string> = new Set(['received', 'queued', 'processing']);
const TIMEOUT_MILLISECONDS = 180_000;

export interface GapRun {
  /** Longest time between two responses of /healthz while the document was processed, in milliseconds. */
  readonly longest: number;
  readonly answers: number;
  /** From the upload's response to the final status of the document, in milliseconds. */
  readonly processing: number;
  readonly timings: Readonly<Record<string, unknown>>;
}

/** Polls /healthz without a pause while a long document is processed. All Workers share one thread here. */
export async function measureGap(address: string, token: string, pdf: Uint8Array): Promise<GapRun> {
  const uploaded = await expectApi(202, address, 'POST', '/documents', { token, form: fileForm('long.pdf', pdf) });
  const id = text(uploaded, 'document', 'id');
  const begin = performance.now();
  let running = true;
  let longest = 0;
  let answers = 0;
  const ask = async (): Promise<void> => {
    for (let last = performance.now(); running; ) {
      await (await fetch(`${address}/healthz`)).arrayBuffer();
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      answers++;
    }
  };
  const asking = ask();
  while (performance.now() - begin < TIMEOUT_MILLISECONDS) {
    const { body } = await callApi(address, 'GET', `/documents/${id}`, { token });
    if (!UNFINISHED.has(String(body['status']))) break;
    await delay(100);
  }
  running = false;
  const processing = performance.now() - begin;
  await asking;
  const result = await expectApi(200, address, 'GET', `/documents/${id}/result`, { token });
  const timings: unknown = member(result, 'timings_ms');
  return { longest, answers, processing, timings: { ...(typeof timings === 'object' ? timings : {}) } };
}

/** Waits until no document of the key's organization is queued or processing. */
export async function untilQueueIsEmpty(address: string, token: string): Promise<void> {
  for (const status of UNFINISHED) {
    for (;;) {
      const { data } = await expectApi(200, address, 'GET', `/documents?status=${status}&limit=1`, { token });
      if (Array.isArray(data) && data.length === 0) break;
      await delay(50);
    }
  }
}
