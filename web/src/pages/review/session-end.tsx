import { Icon } from '../../components/icon.tsx';
import { KeyHint } from './key-hint.tsx';
import type { ReviewQueue } from './queue-state.ts';
import { summarize } from './session-stats.ts';

/** The end of the queue: what was done in this sitting. */
export function SessionEnd({ queue, onRetry }: { readonly queue: ReviewQueue; readonly onRetry: () => void }) {
  const { approved, rejected, postponed, medianSeconds, medianKeys } = summarize(queue.decided.value);
  const total = approved + rejected + postponed;
  const figures = [
    ['Approved', approved],
    ['Rejected', rejected],
    ['Postponed', postponed],
    ['Seconds per document', medianSeconds ?? '–'],
    ['Keys per document', medianKeys ?? '–'],
  ] as const;
  return (
    <div class="mx-auto flex max-w-xl flex-col items-center gap-4 px-4 py-16 text-center">
      <span class="grid size-12 place-items-center rounded-full bg-proved-soft text-proved">
        <Icon name="check" class="size-6" />
      </span>
      <h1 class="font-semibold text-xl">{total === 0 ? 'Nothing to review' : 'All done'}</h1>
      <p class="text-ink-soft">
        {total === 0
          ? 'No document needs a person right now. New ones appear here as soon as they are read.'
          : `You reviewed ${total} ${total === 1 ? 'document' : 'documents'}. The queue is empty.`}
      </p>
      {total > 0 && (
        <dl class="grid w-full grid-cols-2 gap-3 sm:grid-cols-5">
          {figures.map(([label, value]) => (
            <div key={label} class="card flex flex-col-reverse justify-end px-3 py-2.5">
              <dt class="text-ink-soft text-xs">{label}</dt>
              <dd class="font-semibold text-xl tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div class="flex flex-wrap justify-center gap-2">
        <a class="button button-primary" href="/documents">
          Go to documents
        </a>
        {total > 0 && (
          <button type="button" class="button" onClick={() => void queue.undo()}>
            <Icon name="undo" /> Undo the last one <KeyHint keys="Mod+z" />
          </button>
        )}
        <button type="button" class="button" onClick={onRetry}>
          <Icon name="retry" /> Look again
        </button>
      </div>
    </div>
  );
}
