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
  it('never sends more at once than the limit, and starts in the order of arrival', () => {
    const queue = startAll(queueOf(10));
    expect(queue.filter(({ state }) => state === 'sending').map(({ id }) => id)).toEqual(['u0', 'u1', 'u2']);
    expect(startable(queue)).toEqual([]);
    expect(MAX_PARALLEL_UPLOADS).toBe(3);
  });

  it('gives a freed place to the next in line, whatever the end was', () => {
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

  it('never shows more than everything, and nothing for a length nobody knows', () => {
    const sending = startAll(queueOf(1));
    expect(markProgress(sending, 'u0', 150, 100)[0]?.progress).toBe(1);
    expect(markProgress(sending, 'u0', 5, 0)[0]?.progress).toBe(0);
  });

  it('does not cancel what is already accepted', () => {
    const accepted = markAccepted(startAll(queueOf(1)), 'u0', 'doc_1');
    expect(markCancelled(accepted, 'u0')).toEqual(accepted);
  });

  it('tries again only what failed or was cancelled, without its old reason', () => {
    const failed = markFailed(startAll(queueOf(1)), 'u0', 'no network');
    expect(markRetry(failed, 'u0')[0]).toMatchObject({ state: 'waiting', reason: null, progress: 0 });
    const accepted = markAccepted(queueOf(1), 'u0', 'doc_1');
    expect(markRetry(accepted, 'u0')).toEqual(accepted);
  });

  it('clears what ended and keeps what is under way', () => {
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

  it('has no progress when there is nothing', () => {
    expect(totalsOf([]).progress).toBe(0);
  });
});
