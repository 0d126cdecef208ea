import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from './session.ts';

/** The part of XMLHttpRequest that uploads use, with responses from the test. */
class FakeRequest extends EventTarget {
  static readonly sent: FakeRequest[] = [];
  readonly upload = new EventTarget();
  readonly headers = new Map<string, string>();
  status = 0;
  responseText = '';
  aborted = false;
  open(): void {}
  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }
  send(): void {
    FakeRequest.sent.push(this);
  }
  abort(): void {
    this.aborted = true;
    this.dispatchEvent(new Event('abort'));
  }
  getResponseHeader(): string {
    return 'application/problem+json';
  }
  answer(status: number, body: unknown): Promise<void> {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.dispatchEvent(new Event('load'));
    return settle();
  }
}

const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
const accepted = (id: string) => ({ document: { id }, job: { id: 'job_1', status: 'queued' } });
const file = (name: string) => new File(['%PDF'], name);

vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('removeEventListener', () => undefined);
vi.stubGlobal('XMLHttpRequest', FakeRequest);
const { cancelUpload, listenAccepted, retryUpload, uploadFiles, uploads } = await import('./uploads.ts');

beforeEach(() => {
  FakeRequest.sent.length = 0;
});
afterEach(async () => {
  session.value = { state: 'unknown' };
  session.value = { state: 'signed-out' };
  await settle();
});

const states = () => uploads.value.map(({ state }) => state);

describe('uploads', () => {
  it('notifies about each accepted document, and starts the next file', async () => {
    const notified: string[] = [];
    const stop = listenAccepted(({ id }) => notified.push(id));
    uploadFiles(['a', 'b', 'c', 'd'].map(file), null);
    expect(FakeRequest.sent).toHaveLength(3);
    await FakeRequest.sent[0]?.answer(202, accepted('doc_1'));
    expect(notified).toEqual(['doc_1']);
    expect(states()).toEqual(['accepted', 'sending', 'sending', 'sending']);
    stop();
  });

  it('shows the reason of a rejection, and retries with the same idempotency key', async () => {
    uploadFiles([file('a')], null);
    const problem = { code: 'body_too_large', title: 'Too large', detail: 'At most 40 MB.', request_id: 'req_1' };
    await FakeRequest.sent[0]?.answer(413, problem);
    expect(uploads.value[0]).toMatchObject({ state: 'failed', reason: 'At most 40 MB.' });
    retryUpload(uploads.value[0]?.id ?? '');
    expect(FakeRequest.sent[1]?.headers.get('idempotency-key')).toBe(
      FakeRequest.sent[0]?.headers.get('idempotency-key'),
    );
  });

  it('stops a cancelled transfer', async () => {
    uploadFiles([file('a')], null);
    cancelUpload(uploads.value[0]?.id ?? '');
    await settle();
    expect(FakeRequest.sent[0]?.aborted).toBe(true);
    expect(states()).toEqual(['cancelled']);
  });

  it('stops all uploads and clears the files on sign-out', async () => {
    session.value = { state: 'unknown' };
    uploadFiles(['a', 'b', 'c', 'd', 'e'].map(file), null);
    session.value = { state: 'signed-out' };
    await settle();
    expect(uploads.value).toEqual([]);
    expect(FakeRequest.sent.every(({ aborted }) => aborted)).toBe(true);
  });
});
