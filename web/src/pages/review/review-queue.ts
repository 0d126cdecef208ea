import { signal } from '@preact/signals';
import type { DocumentView } from '#core/contract/documents';
import { codeOf, SignedOut } from '../../api/problems.ts';
import { approveDocument, lockDocument, postponeDocument, rejectDocument, undoReview } from '../../api/review.ts';
import { clearSession } from '../../state/session.ts';
import { showFailure, showToast } from '../../state/toasts.ts';
import { createAhead, type QueueFilter } from './ahead.ts';
import { describeEntry } from './corrections.ts';
import { createDesk } from './desk.ts';
import type { Desk, DoneStep } from './desk-state.ts';
import { saveDraft } from './drafts.ts';
import { createLockKeeper } from './lock-keeper.ts';
import { ownId } from './own-id.ts';
import type { PreparedDocument } from './prepared-document.ts';
import type { Decided, QueuePhase, ReviewQueue } from './queue-state.ts';
import type { ReviewedDocument } from './session-stats.ts';

export function createReviewQueue(filter: QueueFilter = {}): ReviewQueue {
  const phase = signal<QueuePhase>({ state: 'loading' });
  const decided = signal<readonly Decided[]>([]);
  const remaining = signal<number | null>(null);
  const refused = signal<{ readonly id: string; readonly name: string; readonly failure: unknown } | null>(null);
  const lost = signal<unknown>(null);
  const waiting = signal(0);
  const keys = { count: 0 };
  const passed: string[] = [];
  /** Locked for this person, and lost before it was shown. */
  const lostAhead = new Set<string>();
  const ahead = createAhead(filter);
  let openedAt = 0;
  /** The document after the open one, locked for this person; null at the end of the queue. */
  let next: Promise<DocumentView | null> | null = null;

  const current = (): Desk | null => {
    const now = phase.peek();
    return now.state === 'open' ? now.desk : null;
  };
  const locks = createLockKeeper((id, failure) => {
    if (current()?.prepared.document.id === id) lost.value = failure;
    else lostAhead.add(id);
  });

  const fail = (failure: unknown) => {
    if (failure instanceof SignedOut) clearSession();
    phase.value = { state: 'failed', failure };
  };

  /** @param open the document that stays open meanwhile */
  const fetchNext = async (open: string | null): Promise<DocumentView | null> => {
    const { document, remaining: left } = await ahead.take([
      ...passed,
      ...decided.peek().map(({ id }) => id),
      ...(open === null ? [] : [open]),
    ]);
    remaining.value = left + (open === null ? 0 : 1);
    if (document !== null) locks.hold(document.id);
    return document;
  };

  const show = (ready: PreparedDocument, steps: readonly DoneStep[] = []) => {
    const { id } = ready.document;
    const desk = createDesk(ready, ownId(), {
      onRefused: ({ label }, failure) => {
        showToast(`${label} was not saved.`, 'danger');
        showFailure(failure);
      },
      onOvertaken: (dropped) =>
        showToast(`Somebody else changed ${dropped.map(describeEntry).join(', ')} meanwhile. Please check.`, 'danger'),
      onDraft: (draft) => void saveDraft(() => localStorage, ownId(), id, draft),
    });
    desk.done.value = steps;
    lost.value = null;
    keys.count = 0;
    openedAt = performance.now();
    phase.value = { state: 'open', desk };
  };

  const advance = async (): Promise<void> => {
    const coming = next ?? fetchNext(null);
    next = null;
    try {
      // Loaded already in the usual case: then the next document is there before the screen is drawn again.
      let document = await coming;
      if (document !== null && lostAhead.delete(document.id)) document = await fetchNext(null);
      if (document === null) {
        phase.value = { state: 'end' };
        return;
      }
      if (!ahead.isLoaded(document.id)) phase.value = { state: 'loading' };
      show(await ahead.prepare(document.id));
      next = fetchNext(document.id);
      next.catch(() => {
        next = null;
      });
    } catch (failure) {
      fail(failure);
    }
  };

  const decide = (
    outcome: ReviewedDocument['outcome'],
    send: (id: string, version: number) => Promise<DocumentView>,
  ) => {
    const desk = current();
    if (!desk) return;
    const { id, name } = desk.prepared.document;
    const noted = desk.sender.flushed().then(async ({ version }) => {
      const after = await send(id, version);
      locks.forget(id);
      if (outcome === 'approved' && after.status !== 'approved')
        showToast(`${name}: first of two approvals. Another person gives the second.`);
    });
    const entry = {
      id,
      name,
      outcome,
      milliseconds: performance.now() - openedAt,
      keys: keys.count,
      noted,
      steps: desk.done.peek(),
    };
    decided.value = [...decided.peek(), entry];
    remaining.value = Math.max(0, (remaining.peek() ?? 1) - 1);
    waiting.value += 1;
    void noted
      .finally(() => {
        waiting.value -= 1;
      })
      .catch(() => undefined);
    noted.then(
      () => ahead.drop(id),
      (failure: unknown) => {
        if (failure instanceof SignedOut) return clearSession();
        decided.value = decided.peek().filter((each) => each !== entry);
        refused.value = { id, name, failure };
      },
    );
    void advance();
  };

  const openDocument = async (id: string, takeOver = false, steps: readonly DoneStep[] = []): Promise<void> => {
    phase.value = { state: 'loading' };
    const before = next;
    try {
      const document = await lockDocument(id, takeOver);
      locks.hold(id);
      if (document.status !== 'completed' && document.status !== 'needs_review') {
        locks.giveBack(id);
        phase.value = { state: 'closed', document };
        return;
      }
      ahead.drop(id);
      show(await ahead.prepare(id), steps);
      next = before ?? fetchNext(id);
      next.catch(() => {
        next = null;
      });
    } catch (failure) {
      fail(failure);
    }
  };

  const undo = async (): Promise<void> => {
    const desk = current();
    const step = desk?.done.peek().at(-1);
    if (desk && step) {
      desk.done.value = desk.done.peek().slice(0, -1);
      if (step.kind === 'check' && step.key !== null) desk.takeBackCheck(step.key);
      else if (desk.sender.takeBack() === null) {
        try {
          await desk.sender.flushed();
          const { result } = await undoReview(desk.prepared.document.id);
          if (result) desk.sender.reset(result);
        } catch (failure) {
          // It can be tried again unless the server ruled it out.
          if (codeOf(failure) !== 'invalid_state') desk.done.value = [...desk.done.peek(), step];
          throw failure;
        }
      }
      desk.activate(step.key);
      showToast(`Undone: ${step.label}`);
      return;
    }
    const last = decided.peek().at(-1);
    if (!last) return showToast('Nothing to undo.');
    await last.noted;
    await undoReview(last.id);
    decided.value = decided.peek().filter((each) => each !== last);
    remaining.value = (remaining.peek() ?? 0) + 1;
    // The document that was open stays locked, and comes next.
    if (desk) {
      const open = desk.prepared.document;
      const behind = next;
      if (behind)
        void behind.then(
          (document) => document && locks.giveBack(document.id),
          () => undefined,
        );
      next = Promise.resolve(open);
    }
    showToast(`${last.name} is open again.`);
    await openDocument(last.id, false, last.steps);
  };

  return {
    phase,
    decided,
    remaining,
    refused,
    lost,
    waiting,
    keys,
    start: (id) => (id === null ? advance() : openDocument(id)),
    approve: () => decide('approved', (id, version) => approveDocument(id, version)),
    reject: (reason) => decide('rejected', (id) => rejectDocument(id, reason)),
    postpone: (until) => decide('postponed', (id) => postponeDocument(id, until)),
    undo: () =>
      undo().catch((failure: unknown) => {
        if (codeOf(failure) === 'invalid_state') showToast('This can no longer be undone.', 'danger');
        else showFailure(failure);
      }),
    open: (id, takeOver) => openDocument(id, takeOver),
    skip: () => {
      const id = current()?.prepared.document.id;
      if (id === undefined) return;
      passed.push(id);
      locks.giveBack(id);
      void advance();
    },
    relock: async () => {
      const desk = current();
      if (!desk) return;
      try {
        await lockDocument(desk.prepared.document.id);
        lost.value = null;
        desk.sender.retry();
      } catch (failure) {
        lost.value = failure;
      }
    },
    leave: (closing) => {
      locks.giveBackAll(closing);
      if (closing) return;
      locks.stop();
      ahead.dropAll();
    },
  };
}
