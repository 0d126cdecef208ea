import type { Result } from '#core/contract/result';
import { readResult } from '../../api/documents.ts';
import { ApiFailure, codeOf, NoAnswer } from '../../api/problems.ts';
import { correctResult } from '../../api/review.ts';
import { type Correction, rebase } from './corrections.ts';

/** Waiting times between two attempts without a connection, in milliseconds; the last one repeats. */
const RETRY_MS = [1_000, 2_000, 5_000, 10_000] as const;

/** `blocked`: somebody else holds the lock, or the document left review. */
export type SendState = 'saved' | 'sending' | 'offline' | 'blocked';

export interface SenderEvents {
  /** What the server holds changed. */
  readonly onBase: (result: Result) => void;
  readonly onPending: (pending: readonly Correction[]) => void;
  readonly onState: (state: SendState, failure: unknown) => void;
  /** The server refused the correction; it is dropped. */
  readonly onRefused: (correction: Correction, failure: unknown) => void;
  /** Somebody else changed the same values; these corrections are dropped. */
  readonly onOvertaken: (dropped: readonly Correction[]) => void;
}

export interface CorrectionSender {
  readonly add: (correction: Correction) => void;
  /** Takes back the last correction that is not on its way yet. Null when there is none. */
  readonly takeBack: () => Correction | null;
  /** Settles once nothing is pending; rejects while blocked. */
  readonly flushed: () => Promise<Result>;
  /** Replaces what the server holds, after an undo. */
  readonly reset: (result: Result) => void;
  readonly retry: () => void;
}

/** Sends corrections one by one, in order, each on the version that the one before made. */
export function createCorrectionSender(documentId: string, start: Result, events: SenderEvents): CorrectionSender {
  // A request that is sent again because its answer was lost must not work twice.
  const keys = crypto.randomUUID();
  let base = start;
  let pending: readonly Correction[] = [];
  let running = false;
  let blocked: unknown = null;
  let attempts = 0;
  let wake: (() => void) | null = null;
  const waiting: { readonly resolve: (result: Result) => void; readonly reject: (reason: unknown) => void }[] = [];

  const setPending = (next: readonly Correction[]) => {
    pending = next;
    events.onPending(next);
  };
  const setBase = (next: Result) => {
    base = next;
    events.onBase(next);
  };
  const settle = () => {
    for (const { resolve, reject } of waiting.splice(0)) blocked === null ? resolve(base) : reject(blocked);
  };

  const sendFirst = async (first: Correction): Promise<void> => {
    const { version } = base;
    const result = await correctResult(documentId, { ...first.body, version }, `${keys}-${first.id}-${version}`);
    attempts = 0;
    setPending(pending.filter(({ id }) => id !== first.id));
    setBase(result);
  };
  const readAgain = async (): Promise<void> => {
    const fresh = await readResult(documentId);
    const { kept, dropped } = rebase(pending, base, fresh);
    setPending(kept);
    setBase(fresh);
    if (dropped.length > 0) events.onOvertaken(dropped);
  };
  const recover = async (failure: unknown, first: Correction): Promise<void> => {
    const code = codeOf(failure);
    if (isTemporary(failure)) {
      events.onState('offline', failure);
      const wait = RETRY_MS[Math.min(attempts, RETRY_MS.length - 1)] ?? 0;
      attempts += 1;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    } else if (code === 'version_conflict') {
      await readAgain();
    } else if (code === 'validation_failed') {
      setPending(pending.filter(({ id }) => id !== first.id));
      events.onRefused(first, failure);
    } else {
      blocked = failure;
      events.onState('blocked', failure);
    }
  };

  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    while (blocked === null) {
      const first = pending[0];
      if (first === undefined) break;
      events.onState('sending', null);
      try {
        await sendFirst(first);
      } catch (failure) {
        // Reading again may fail as well, for the same reasons.
        await recover(failure, first).catch((second: unknown) => recover(second, first));
      }
    }
    running = false;
    if (blocked === null) events.onState('saved', null);
    settle();
  };
  globalThis.addEventListener?.('online', () => wake?.());

  return {
    add: (correction) => {
      setPending([...pending, correction]);
      void run();
    },
    takeBack: () => {
      const last = pending.at(-1);
      if (last === undefined || (running && pending.length === 1 && blocked === null)) return null;
      setPending(pending.slice(0, -1));
      return last;
    },
    flushed: () =>
      pending.length === 0 && !running
        ? Promise.resolve(base)
        : new Promise((resolve, reject) => {
            if (blocked !== null) reject(blocked);
            else waiting.push({ resolve, reject });
          }),
    reset: setBase,
    retry: () => {
      blocked = null;
      wake?.();
      void run();
    },
  };
}

/** Whether the same request may succeed later. */
function isTemporary(failure: unknown): boolean {
  if (failure instanceof NoAnswer) return true;
  if (!(failure instanceof ApiFailure)) return false;
  return failure.status >= 500 || failure.status === 429 || codeOf(failure) === 'not_ready';
}
