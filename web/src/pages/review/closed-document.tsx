import type { DocumentView } from '#core/contract/documents';
import { reopenDocument } from '../../api/review.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { mayUse } from '../../state/session.ts';
import { showFailure } from '../../state/toasts.ts';

export interface ClosedDocumentProps {
  readonly document: DocumentView;
  readonly onReopened: () => void;
  readonly onNext: () => void;
}

/** A document that is not under review now. */
export function ClosedDocument({ document, onReopened, onNext }: ClosedDocumentProps) {
  const { id, name, status } = document;
  const decided = status === 'approved' || status === 'rejected';
  return (
    <EmptyState
      icon="document"
      title={name}
      text={
        decided
          ? 'This document has been decided. Its values can be changed after it is reopened.'
          : 'This document has no result to review.'
      }
    >
      <StatusBadge status={status} />
      <div class="flex flex-wrap justify-center gap-2">
        {decided && mayUse('documents.approve') && (
          <button type="button" class="button" onClick={() => void reopenDocument(id).then(onReopened, showFailure)}>
            Reopen
          </button>
        )}
        <a class="button" href={`/documents/${id}`}>
          Show the document
        </a>
        <button type="button" class="button button-primary" onClick={onNext}>
          Next document
        </button>
      </div>
    </EmptyState>
  );
}
