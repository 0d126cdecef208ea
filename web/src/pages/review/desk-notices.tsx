import type { ComponentChildren } from 'preact';
import { codeOf } from '../../api/problems.ts';
import { Icon } from '../../components/icon.tsx';
import { mayUse } from '../../state/session.ts';
import { describeFailure } from '../../wording/describe-failure.ts';
import type { Desk } from './desk-state.ts';
import type { Draft } from './drafts.ts';
import type { ReviewQueue } from './queue-state.ts';

function Notice({
  children,
  tone = 'danger',
}: {
  readonly children: ComponentChildren;
  readonly tone?: 'danger' | 'plain';
}) {
  const look = tone === 'danger' ? 'bg-danger-soft text-danger' : 'bg-accent-soft';
  return (
    <div
      role="alert"
      class={`flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2 text-sm sm:px-5 ${look}`}
    >
      <Icon name={tone === 'danger' ? 'alert' : 'clock'} />
      {children}
    </div>
  );
}

/** What stands in the way: a lost lock, corrections that cannot be saved, a decision that was refused. */
export function DeskNotices({ queue, desk }: { readonly queue: ReviewQueue; readonly desk: Desk }) {
  const { id } = desk.prepared.document;
  const { state, failure } = desk.sending.value;
  const lost = queue.lost.value;
  const refused = queue.refused.value;
  const problem = state === 'blocked' ? failure : lost;
  return (
    <>
      {problem !== null && (
        <Notice>
          <span class="min-w-0 flex-1">
            {describeFailure(problem).detail} What you entered is kept in this browser.
          </span>
          <button type="button" class="button min-h-8" onClick={() => void queue.relock()}>
            Try again
          </button>
          <button type="button" class="button min-h-8" onClick={queue.skip}>
            Next document
          </button>
          {codeOf(problem) === 'locked' && mayUse('documents.assign') && (
            <button type="button" class="button min-h-8" onClick={() => void queue.open(id, true)}>
              Take over
            </button>
          )}
        </Notice>
      )}
      {refused !== null && (
        <Notice>
          <span class="min-w-0 flex-1">
            {refused.name}: {describeFailure(refused.failure).detail}
          </span>
          <button
            type="button"
            class="button min-h-8"
            onClick={() => {
              queue.refused.value = null;
              void queue.open(refused.id);
            }}
          >
            Open it
          </button>
          <button
            type="button"
            class="button button-quiet min-h-8"
            onClick={() => {
              queue.refused.value = null;
            }}
          >
            Dismiss
          </button>
        </Notice>
      )}
    </>
  );
}

export interface DraftOfferProps {
  readonly draft: Draft;
  readonly onRestore: () => void;
  readonly onDiscard: () => void;
}

/** Offers what an earlier visit could not send. */
export function DraftOffer({ draft, onRestore, onDiscard }: DraftOfferProps) {
  const count = draft.corrections.length + (draft.typing === null ? 0 : 1);
  return (
    <Notice tone="plain">
      <span class="min-w-0 flex-1">
        {count === 1 ? 'One change' : `${count} changes`} of your last visit {count === 1 ? 'was' : 'were'} not saved.
      </span>
      <button type="button" class="button button-primary min-h-8" onClick={onRestore}>
        Restore
      </button>
      <button type="button" class="button button-quiet min-h-8" onClick={onDiscard}>
        Discard
      </button>
    </Notice>
  );
}
