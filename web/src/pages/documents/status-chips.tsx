import type { ComponentChildren } from 'preact';
import { DOCUMENT_STATUSES, type DocumentStatus } from '#core/domain/document-status';
import { Icon } from '../../components/icon.tsx';
import { documentCounts } from '../../state/document-counts.ts';
import { changeFilter, type DocumentFilter, statusesOf } from '../../state/document-filter.ts';
import { mayUse } from '../../state/session.ts';
import { STATUS_LABELS } from '../../wording/document-words.ts';

/** Chips in this order; keys 1 to 8 toggle them, 0 shows all. */
export const CHIP_STATUSES: readonly DocumentStatus[] = [
  'needs_review',
  'completed',
  'approved',
  'rejected',
  'failed',
  'processing',
  'queued',
  'received',
];

export interface StatusChipsProps {
  readonly filter: DocumentFilter;
  readonly onChange: (filter: DocumentFilter) => void;
}

/** Filters by status, with the number of documents in each. A click toggles a status; several can be on. */
export function StatusChips({ filter, onChange }: StatusChipsProps) {
  const chosen = statusesOf(filter);
  const found = documentCounts.value;
  const total = found === null ? null : DOCUMENT_STATUSES.reduce((sum, status) => sum + found.counts[status], 0);
  const capped = found !== null && DOCUMENT_STATUSES.some((status) => found.counts[status] >= found.limit);
  return (
    <fieldset class="flex min-w-0 basis-full gap-1 overflow-x-auto">
      <legend class="sr-only">Status</legend>
      <Chip
        chosen={chosen.length === 0}
        count={total}
        capped={capped}
        onChoose={() => onChange(changeFilter(filter, { status: undefined }))}
      >
        All
      </Chip>
      {CHIP_STATUSES.map((status) => {
        const count = found?.counts[status] ?? null;
        // States that a document passes through are only shown while there are some.
        if (TRANSIENT.has(status) && !count && !chosen.includes(status)) return null;
        return (
          <Chip
            key={status}
            chosen={chosen.includes(status)}
            count={count}
            capped={found !== null && count !== null && count >= found.limit}
            onChoose={() => onChange(toggleStatus(filter, status))}
          >
            {STATUS_LABELS[status]}
          </Chip>
        );
      })}
      {mayUse('documents.delete') && (
        <Chip
          chosen={filter.deleted === 'true'}
          count={null}
          capped={false}
          onChoose={() => onChange(changeFilter(filter, { deleted: filter.deleted === 'true' ? undefined : 'true' }))}
        >
          <Icon name="folder" class="mr-1.5 inline size-3.5" />
          Trash
        </Chip>
      )}
    </fieldset>
  );
}

const TRANSIENT: ReadonlySet<DocumentStatus> = new Set(['received', 'queued', 'processing']);

export function toggleStatus(filter: DocumentFilter, status: DocumentStatus): DocumentFilter {
  const chosen = statusesOf(filter);
  const next = chosen.includes(status) ? chosen.filter((each) => each !== status) : [...chosen, status];
  return changeFilter(filter, { status: next.join(',') });
}

interface ChipProps {
  readonly chosen: boolean;
  /** Null while it is not known. */
  readonly count: number | null;
  readonly capped: boolean;
  readonly onChoose: () => void;
  readonly children: ComponentChildren;
}

function Chip({ chosen, count, capped, onChoose, children }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      class={`h-8 shrink-0 cursor-pointer whitespace-nowrap rounded-full px-3 text-sm ${chosen ? 'bg-ink font-semibold text-canvas' : 'text-ink-soft hover:bg-sunken hover:text-ink'}`}
    >
      {children}{' '}
      {count !== null && (
        <span class={`ml-1.5 font-normal tabular-nums ${chosen ? '' : 'text-ink-faint'}`}>
          {count.toLocaleString()}
          {capped && '+'}
        </span>
      )}
    </button>
  );
}
