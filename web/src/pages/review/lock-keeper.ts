import { REVIEW_LOCK_MS } from '#core/domain/review-policy';
import { ApiFailure } from '../../api/problems.ts';
import { lockDocument, unlockDocument } from '../../api/review.ts';

/** Without a key or click for this long, nobody is at the screen: the locks are left to expire. */
const IDLE_MS = 15 * 60_000;

export interface LockKeeper {
  /** Renews the lock of this document, which the caller has taken, until it is given back. */
  readonly hold: (id: string) => void;
  readonly giveBack: (id: string) => void;
  /** No longer renews the lock; the server has released it. */
  readonly forget: (id: string) => void;
  /** @param leaving the page is being closed */
  readonly giveBackAll: (leaving: boolean) => void;
  readonly stop: () => void;
}

/** Keeps review locks alive. A renewal without an answer is left to the next one. */
export function createLockKeeper(onLost: (id: string, failure: ApiFailure) => void): LockKeeper {
  const held = new Set<string>();
  const renew = (id: string) => {
    lockDocument(id).catch((failure: unknown) => {
      if (!(failure instanceof ApiFailure) || failure.status >= 500 || !held.has(id)) return;
      onLost(id, failure);
    });
  };
  let lastInput = Date.now();
  const noteInput = () => {
    const wasIdle = Date.now() - lastInput > IDLE_MS;
    lastInput = Date.now();
    if (wasIdle) renewAll();
  };
  const renewAll = () => {
    if (Date.now() - lastInput > IDLE_MS) return;
    for (const id of held) renew(id);
  };
  const timer = setInterval(renewAll, REVIEW_LOCK_MS / 3);
  // Timers stand still while a laptop sleeps.
  const onVisible = () => {
    if (document.visibilityState === 'visible') renewAll();
  };
  document.addEventListener('visibilitychange', onVisible);
  addEventListener('keydown', noteInput, true);
  addEventListener('pointerdown', noteInput, true);
  const giveBack = (id: string, leaving = false) => {
    if (!held.delete(id)) return;
    // The lock expires by itself when this fails.
    unlockDocument(id, leaving).catch((failure: unknown) => console.warn('a lock could not be given back', failure));
  };
  return {
    hold: (id) => void held.add(id),
    giveBack: (id) => giveBack(id),
    forget: (id) => void held.delete(id),
    giveBackAll: (leaving) => {
      for (const id of [...held]) giveBack(id, leaving);
    },
    stop: () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisible);
      removeEventListener('keydown', noteInput, true);
      removeEventListener('pointerdown', noteInput, true);
    },
  };
}
