import type { DocumentView } from '#core/contract/documents';
import { Icon } from '../../components/icon.tsx';
import { FAILURE_ADVICE } from '../../wording/document-words.ts';
import { OriginalLink } from './document-bar.tsx';

/** Why processing failed and what to do. The original is kept in any case. */
export function FailedView({ document }: { readonly document: DocumentView }) {
  const { error } = document;
  const words = error ? FAILURE_ADVICE[error.code] : null;
  return (
    <div class="mx-auto flex max-w-lg flex-col items-center gap-3 px-4 py-16 text-center">
      <span class="grid size-12 place-items-center rounded-full bg-danger-soft text-danger">
        <Icon name="alert" class="size-6" />
      </span>
      <h2 class="font-semibold text-xl tracking-tight">{words?.reason ?? 'Processing failed'}</h2>
      {words && <p class="text-ink-soft">{words.advice}</p>}
      {error && error.message !== words?.reason && <p class="text-ink-faint text-sm">{error.message}</p>}
      <div class="mt-2">
        <OriginalLink id={document.id} />
      </div>
      {error && (
        <p class="font-mono text-ink-faint text-xs">
          <a class="link" href={`/docs/errors#${error.code}`}>
            {error.code}
          </a>{' '}
          · {document.id}
        </p>
      )}
    </div>
  );
}
