import { EmptyState } from '../../components/empty-state.tsx';
import { Icon } from '../../components/icon.tsx';

export interface NoDocumentsProps {
  readonly narrowed: boolean;
  readonly trash: boolean;
  readonly mayUpload: boolean;
  readonly onPick: () => void;
  readonly onClear: () => void;
}

export function NoDocuments({ narrowed, trash, mayUpload, onPick, onClear }: NoDocumentsProps) {
  if (narrowed) {
    return (
      <EmptyState
        icon="search"
        title="No matches"
        text="No document matches these filters. Try fewer words or another status."
      >
        <button type="button" class="button" onClick={onClear}>
          Show all documents
        </button>
      </EmptyState>
    );
  }
  if (trash) {
    return (
      <EmptyState
        icon="inbox"
        title="The trash is empty"
        text="Deleted documents stay here until their grace period ends."
      />
    );
  }
  if (!mayUpload) {
    return (
      <EmptyState icon="inbox" title="No documents yet" text="Documents appear here when a colleague uploads them." />
    );
  }
  return (
    <div class="flex h-full items-center justify-center px-4 pb-16">
      <button
        type="button"
        onClick={onPick}
        class="group flex w-full max-w-xl cursor-pointer flex-col items-center gap-3 rounded-2xl border-2 border-line-strong border-dashed bg-surface px-6 py-16 text-center hover:border-accent"
      >
        <span class="grid size-14 place-items-center rounded-full bg-accent-soft text-accent">
          <Icon name="upload" class="size-6" />
        </span>
        <span class="font-semibold text-xl tracking-tight">Drop your first document here</span>
        <span class="max-w-sm text-ink-soft">
          An invoice, receipt or statement as PDF, image, e-invoice, Word, Excel, e-mail or ZIP. Its fields appear in a
          moment, each linked to its source text.
        </span>
        <span class="button button-primary mt-2">Choose files</span>
        <span class="text-ink-faint text-sm">
          or press <kbd class="key">u</kbd>, or paste
        </span>
      </button>
    </div>
  );
}
