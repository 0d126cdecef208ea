import { useState } from 'preact/hooks';
import type { DocumentView } from '#core/contract/documents';
import { isTerminal } from '#core/domain/document-status';
import type { ReadMethod } from '#core/domain/result';
import { originalAddress } from '../../api/documents.ts';
import { AccessDialog } from '../../components/access/access-dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { formatSize } from '../../formatting/sizes.ts';
import { hasMore, neighbourOf } from '../../state/document-list.ts';
import { mayUse } from '../../state/session.ts';
import { workspaces } from '../../state/workspaces.ts';
import { METHOD_LABELS, TYPE_LABELS } from '../../wording/document-words.ts';
import { MoveDocument } from './move-document.tsx';

/** Values can be corrected in these states. */
const REVIEWABLE: readonly string[] = ['completed', 'needs_review'];

export interface DocumentBarProps {
  readonly document: DocumentView;
  readonly method: ReadMethod | null;
  readonly listAddress: string;
  readonly onNeighbour: (step: -1 | 1) => void;
  readonly onMoved: () => void;
}

export function DocumentBar({ document, method, listAddress, onNeighbour, onMoved }: DocumentBarProps) {
  const { id, name, status, document_type: type, page_count: pages, file_size: size, workspace_id: place } = document;
  const [accessShown, setAccessShown] = useState(false);
  const facts = [
    type && TYPE_LABELS[type],
    pages !== null && pages > 0 && `${pages} ${pages === 1 ? 'page' : 'pages'}`,
    formatSize(size),
    workspaces.value.find((each) => each.id === place)?.name,
    method && METHOD_LABELS[method],
  ].filter((fact) => typeof fact === 'string');
  const [before, after] = [neighbourOf(id, -1), neighbourOf(id, 1)];
  return (
    <div class="flex shrink-0 items-center gap-2 border-line border-b bg-surface px-2 py-1.5 sm:px-4">
      <a
        class="button button-quiet button-icon"
        href={listAddress}
        aria-label="Back to the list"
        title="Back to the list (Esc)"
      >
        <Icon name="back" />
      </a>
      <div class="min-w-0 flex-1">
        <div class="flex items-center gap-2.5">
          <h1 class="truncate font-semibold tracking-tight">{name}</h1>
          <StatusBadge status={status} />
        </div>
        <p class="truncate text-ink-faint text-xs">{facts.join(' · ')}</p>
      </div>
      {(before !== null || after !== null) && (
        <div class="hidden sm:flex">
          <button
            type="button"
            class="button button-quiet button-icon"
            aria-label="Previous document"
            title="Previous document (Shift K)"
            disabled={before === null}
            onClick={() => onNeighbour(-1)}
          >
            <Icon name="chevron-left" />
          </button>
          <button
            type="button"
            class="button button-quiet button-icon"
            aria-label="Next document"
            title="Next document (Shift J)"
            disabled={after === null && !hasMore()}
            onClick={() => onNeighbour(1)}
          >
            <Icon name="chevron-right" />
          </button>
        </div>
      )}
      {REVIEWABLE.includes(status) && mayUse('documents.update') && (
        <a class="button button-primary" href={`/review/${id}`}>
          Review
        </a>
      )}
      {mayUse('members.read') && (
        <button type="button" class="button" onClick={() => setAccessShown(true)}>
          <Icon name="people" />
          <span class="sr-only sm:not-sr-only">Access</span>
        </button>
      )}
      <OriginalLink id={id} compact />
      {accessShown && (
        <AccessDialog target={{ kind: 'document', document }} onClose={() => setAccessShown(false)}>
          {isTerminal(status) && (
            <MoveDocument
              document={document}
              onMoved={() => {
                setAccessShown(false);
                onMoved();
              }}
            />
          )}
        </AccessDialog>
      )}
    </div>
  );
}

export function OriginalLink({ id, compact = false }: { readonly id: string; readonly compact?: boolean }) {
  return (
    <a class="button" href={originalAddress(id)} download>
      <Icon name="download" />
      <span class={compact ? 'sr-only sm:not-sr-only' : ''}>Original</span>
    </a>
  );
}
