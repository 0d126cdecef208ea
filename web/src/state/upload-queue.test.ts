import { describe, expect, it } from 'vitest';
import {
  addUploads,
  MAX_PARALLEL_UPLOADS,
  markAccepted,
  markCancelled,
  markFailed,
  markProgress,
  markRetry,
  markSending,
  removeEnded,
  startable,
  totalsOf,
  type UploadQueue,
} from './upload-queue.ts';

const files = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `u${at}`, name: `${at}.pdf`, size: 99 }));
const queueOf = (count: number): UploadQueue => addUploads([], files(count));
const startAll = (queue: UploadQueue) => startable(queue).reduce((next, { id }) => markSending(next, id), queue);

describe('the upload queue', () => {
  it('limits parallel uploads, and starts them in order', () => {
    const queue = startAll(queueOf(10));
    expect(queue.filter(({ state }) => state === 'sending').map(({ id }) => id)).toEqual(['u0', 'u1', 'u2']);
    expect(startable(queue)).toEqual([]);
    expect(MAX_PARALLEL_UPLOADS).toBe(3);
  });

  it('starts the next item when one ends, for whatever reason', () => {
    const queue = startAll(queueOf(6));
    for (const end of [
      markAccepted(queue, 'u1', 'doc_1'),
      markFailed(queue, 'u1', 'damaged'),
      markCancelled(queue, 'u1'),
    ]) {
      expect(startable(end).map(({ id }) => id)).toEqual(['u3']);
    }
  });

  it('ignores progress that arrives after the end', () => {
    const cancelled = markCancelled(startAll(queueOf(1)), 'u0');
    expect(markProgress(cancelled, 'u0', 50, 100)).toEqual(cancelled);
  });

  it('clamps progress to 1, and shows none for an unknown length', () => {
    const sending = startAll(queueOf(1));
    expect(markProgress(sending, 'u0', 150, 100)[0]?.progress).toBe(1);
    expect(markProgress(sending, 'u0', 5, 0)[0]?.progress).toBe(0);
  });

  it('does not cancel accepted uploads', () => {
    const accepted = markAccepted(startAll(queueOf(1)), 'u0', 'doc_1');
    expect(markCancelled(accepted, 'u0')).toEqual(accepted);
  });

  it('retries only failed and cancelled uploads, and clears the reason', () => {
    const failed = markFailed(startAll(queueOf(1)), 'u0', 'no network');
    expect(markRetry(failed, 'u0')[0]).toMatchObject({ state: 'waiting', reason: null, progress: 0 });
    const accepted = markAccepted(queueOf(1), 'u0', 'doc_1');
    expect(markRetry(accepted, 'u0')).toEqual(accepted);
  });

  it('clears ended uploads and keeps those in progress', () => {
    const queue = markAccepted(startAll(queueOf(3)), 'u0', 'doc_1');
    expect(removeEnded(queue).map(({ id }) => id)).toEqual(['u1', 'u2']);
  });

  it('weighs progress by bytes and leaves cancelled files out', () => {
    let queue = startAll(queueOf(3));
    queue = markProgress(queue, 'u0', 50, 100);
    queue = markAccepted(queue, 'u1', 'doc_1');
    queue = markCancelled(queue, 'u2');
    expect(totalsOf(queue)).toEqual({ files: 3, active: 1, accepted: 1, failed: 0, progress: 0.75 });
  });

  it('has no progress when empty', () => {
    expect(totalsOf([]).progress).toBe(0);
  });
});
