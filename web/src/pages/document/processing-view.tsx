import type { DocumentView } from '#core/contract/documents';
import { Icon } from '../../components/icon.tsx';
import { progressById } from '../../state/document-updates.ts';
import { stageLabel } from '../../wording/document-words.ts';
import { OriginalLink } from './document-bar.tsx';

type StepState = 'done' | 'now' | 'later';

/** The steps of processing, shown until the result is available. */
export function ProcessingView({ document }: { readonly document: DocumentView }) {
  const progress = progressById.value.get(document.id);
  const reading = document.status === 'processing';
  const steps: readonly (readonly [string, StepState])[] = [
    ['Original stored', 'done'],
    ['Waiting in the queue', reading ? 'done' : 'now'],
    [
      progress && reading ? stageLabel(progress.stage) : 'Reading, extracting fields, running checks',
      reading ? 'now' : 'later',
    ],
    ['Result', 'later'],
  ];
  return (
    <div class="mx-auto flex max-w-md flex-col gap-6 px-4 py-16">
      <div role="status">
        <h2 class="font-semibold text-xl tracking-tight">
          {reading ? 'Processing the document' : 'The document is queued'}
        </h2>
      </div>
      <progress
        class="progress h-2 w-full"
        max={1}
        {...(progress && reading ? { value: progress.share } : {})}
        aria-label="Progress"
      />
      <ol class="flex flex-col gap-3.5">
        {steps.map(([label, state]) => (
          <li key={label} class={`flex items-center gap-3 ${state === 'later' ? 'text-ink-faint' : ''}`}>
            <span
              class={`grid size-6 place-items-center rounded-full ${state === 'done' ? 'bg-proved-soft text-proved' : state === 'now' ? 'bg-accent-soft text-accent' : 'bg-sunken'}`}
            >
              {state === 'done' && <Icon name="check" class="size-3.5" />}
              {state === 'now' && <Icon name="retry" class="size-3.5 animate-spin" />}
            </span>
            <span class={state === 'now' ? 'font-medium' : ''}>{label}</span>
          </li>
        ))}
      </ol>
      <p class="text-ink-faint text-sm">The result will appear here automatically. You can leave this page.</p>
      <div>
        <OriginalLink id={document.id} />
      </div>
    </div>
  );
}
