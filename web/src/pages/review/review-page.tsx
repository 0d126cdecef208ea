import { useEffect, useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { codeOf } from '../../api/problems.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { mayUse } from '../../state/session.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { useTitle } from '../../state/use-title.ts';
import { DocumentSkeleton } from '../document/document-skeleton.tsx';
import { ClosedDocument } from './closed-document.tsx';
import { queueFilterFrom } from './queue-filter.ts';
import type { ReviewQueue } from './queue-state.ts';
import { ReviewDesk } from './review-desk.tsx';
import { createReviewQueue } from './review-queue.ts';
import { SessionEnd } from './session-end.tsx';
import { countsAsKey } from './session-stats.ts';

/** The review queue, document by document; with an id, that document first. */
export function ReviewPage({ id }: { readonly id: string | null }) {
  useTitle('Review');
  const { query } = useLocation();
  const queue = useMemo(() => createReviewQueue(queueFilterFrom(query)), []);
  const next = () => {
    history.replaceState(null, '', '/review');
    void queue.start(null);
  };
  useEffect(() => {
    void queue.start(id);
    const closing = () => queue.leave(true);
    const count = (event: KeyboardEvent) => {
      if (countsAsKey(event)) queue.keys.count += 1;
    };
    // What is still on its way would be lost.
    const warn = (event: BeforeUnloadEvent) => {
      const now = queue.phase.peek();
      const pending = now.state === 'open' ? now.desk.pending.peek().length : 0;
      if (pending + queue.waiting.peek() > 0) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    addEventListener('pagehide', closing);
    addEventListener('keydown', count, true);
    return () => {
      removeEventListener('beforeunload', warn);
      removeEventListener('pagehide', closing);
      removeEventListener('keydown', count, true);
      queue.leave(false);
    };
  }, [queue]);
  const phase = queue.phase.value;
  const openId = phase.state === 'open' ? phase.desk.prepared.document.id : null;
  useEffect(() => {
    // Once it is decided, a reload must not lead back to the document of the address.
    if (id !== null && openId !== null && openId !== id) history.replaceState(null, '', '/review');
  }, [openId]);
  switch (phase.state) {
    case 'loading':
      return <DocumentSkeleton />;
    case 'failed':
      return <Unavailable queue={queue} failure={phase.failure} id={id} onNext={next} />;
    case 'closed':
      return (
        <>
          <h1 class="sr-only">Review</h1>
          <ClosedDocument
            document={phase.document}
            onReopened={() => void queue.start(phase.document.id)}
            onNext={next}
          />
        </>
      );
    case 'end':
      return (
        <>
          <IdleKeys queue={queue} />
          <SessionEnd queue={queue} onRetry={() => void queue.start(null)} />
        </>
      );
    case 'open':
      // The key resets the screen for each document.
      return <ReviewDesk key={phase.desk.prepared.document.id} queue={queue} desk={phase.desk} />;
  }
}

/** Undo also works at the end of the queue. */
function IdleKeys({ queue }: { readonly queue: ReviewQueue }) {
  useShortcuts([{ keys: ['Mod+z'], label: 'Undo the last decision', run: () => void queue.undo() }]);
  return null;
}

/** The document cannot be opened: somebody else has it, it is gone, or the server cannot be reached. */
function Unavailable({
  queue,
  failure,
  id,
  onNext,
}: {
  readonly queue: ReviewQueue;
  readonly failure: unknown;
  readonly id: string | null;
  readonly onNext: () => void;
}) {
  const locked = codeOf(failure) === 'locked';
  return (
    <>
      <h1 class="sr-only">Review</h1>
      <FailurePanel failure={failure} onRetry={() => void queue.start(id)}>
        {locked && id !== null && mayUse('documents.assign') && (
          <button type="button" class="button" onClick={() => void queue.open(id, true)}>
            Take over
          </button>
        )}
        {id !== null && (
          <button type="button" class="button" onClick={onNext}>
            Next document
          </button>
        )}
        <a class="button button-quiet" href="/documents">
          Back to the list
        </a>
      </FailurePanel>
    </>
  );
}
