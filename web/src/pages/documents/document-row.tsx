// biome-ignore-all lint/a11y/useSemanticElements: rows are positioned absolutely, which table elements do not allow; ARIA carries the structure.
// biome-ignore-all lint/a11y/useFocusableInteractive: the link of a row takes the focus, not the row.
import type { DocumentView } from '#core/contract/documents';
import { isTerminal } from '#core/domain/document-status';
import { StatusBadge } from '../../components/status-badge.tsx';
import { formatAmount } from '../../formatting/amounts.ts';
import { formatAge } from '../../formatting/dates.ts';
import { documentRows } from '../../state/document-list.ts';
import { progressById } from '../../state/document-updates.ts';
import { type ColumnName, listLayout } from '../../state/list-layout.ts';
import { selectTo, toggleSelected } from '../../state/selection.ts';
import { documentHeadline } from '../../wording/document-headline.ts';
import { FAILURE_ADVICE, stageLabel } from '../../wording/document-words.ts';
import { COLUMN_LOOKS, gridOf } from './columns.tsx';
import { FieldCounts } from './field-counts.tsx';

export interface DocumentRowProps {
  readonly document: DocumentView;
  readonly row: number;
  /** Distance from the top of the list in CSS pixels. */
  readonly top: number;
  readonly active: boolean;
  readonly narrow: boolean;
  readonly selected: boolean;
  readonly onFocus: (row: number) => void;
}

export function DocumentRow(props: DocumentRowProps) {
  const { row, top, active, narrow, selected, onFocus } = props;
  const background = selected ? 'bg-accent-soft' : active ? 'bg-sunken' : 'hover:bg-surface';
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      aria-selected={selected}
      data-row={row}
      class={`absolute inset-x-0 top-0 px-3 sm:px-5 ${background} ${active ? 'shadow-[inset_3px_0_var(--accent)]' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      onFocusIn={() => onFocus(row)}
    >
      {narrow ? <NarrowCells {...props} /> : <WideCells {...props} />}
    </div>
  );
}

function WideCells({ document, selected }: DocumentRowProps) {
  const { columns, density } = listLayout.value;
  const compact = density === 'compact';
  const [first, ...rest] = columns;
  const withStatus = first === 'status';
  const others = withStatus ? rest : columns;
  const unread = document.status === 'failed' || !isTerminal(document.status);
  // The columns of a result are next to each other; one cell takes their place.
  const firstOfResult = others.findIndex((name) => COLUMN_LOOKS[name].ofResult);
  const ofResult = others.filter((name) => COLUMN_LOOKS[name].ofResult).length;
  return (
    <div class={`grid items-center gap-x-4 border-line border-b ${compact ? 'h-10' : 'h-14'}`} style={gridOf(columns)}>
      <SelectCell document={document} selected={selected} />
      {withStatus && (
        <span role="cell">
          <StatusBadge status={document.status} />
        </span>
      )}
      <span role="cell" class={`flex min-w-0 ${compact ? 'items-baseline gap-2' : 'flex-col'}`}>
        <DocumentLink document={document} />
        {documentHeadline(document) !== document.name && (
          <span class={`truncate text-ink-faint text-xs ${compact ? 'min-w-0 flex-1 basis-0' : ''}`}>
            {document.name}
          </span>
        )}
      </span>
      {others.map((name, at) => {
        const { cell, right, ofResult: isOfResult } = COLUMN_LOOKS[name];
        if (unread && isOfResult) {
          if (at !== firstOfResult) return null;
          return (
            <span
              key={name}
              role="cell"
              aria-colspan={ofResult}
              class="min-w-0"
              style={{ gridColumn: `span ${ofResult}` }}
            >
              <StatusDetail document={document} />
            </span>
          );
        }
        return (
          <span
            key={name}
            role="cell"
            class={`truncate text-sm tabular-nums ${right ? 'text-right' : ''} ${COLUMN_CLASSES[name] ?? ''}`}
          >
            {cell(document)}
          </span>
        );
      })}
    </div>
  );
}

const COLUMN_CLASSES: Readonly<Partial<Record<ColumnName, string>>> = { total: 'font-medium', fields: 'pl-3' };

/** Above the link that covers the row; larger than the checkbox, for fingers. */
function SelectCell({ document, selected }: Pick<DocumentRowProps, 'document' | 'selected'>) {
  return (
    <span role="cell" class="relative z-1 -m-3 flex p-3">
      <input
        type="checkbox"
        tabIndex={-1}
        class="size-4 cursor-pointer accent-accent"
        aria-label={`Select ${documentHeadline(document)}`}
        checked={selected}
        onClick={(event) => {
          if (event.shiftKey) {
            event.preventDefault();
            selectTo(documentRows.peek(), document.id);
          } else toggleSelected(document.id);
        }}
      />
    </span>
  );
}

function NarrowCells({ document, selected }: DocumentRowProps) {
  const { summary, status } = document;
  return (
    <div class="grid h-21 grid-cols-[1.75rem_minmax(0,1fr)] items-center border-line border-b">
      <SelectCell document={document} selected={selected} />
      <div class="flex min-w-0 flex-col justify-center gap-1.5">
        <div role="cell" class="flex min-w-0 items-baseline justify-between gap-3">
          <DocumentLink document={document} />
          {summary?.total_amount && (
            <span class="font-medium tabular-nums">{formatAmount(summary.total_amount, summary.currency)}</span>
          )}
        </div>
        <div role="cell" class="flex min-w-0 items-center justify-between gap-3 text-ink-soft text-sm">
          <StatusBadge status={status} />
          {status === 'failed' || !isTerminal(status) ? (
            <StatusDetail document={document} />
          ) : (
            summary && <FieldCounts summary={summary} />
          )}
          <span class="whitespace-nowrap text-ink-faint text-xs">{formatAge(document.created_at, Date.now())}</span>
        </div>
      </div>
    </div>
  );
}

/** The link covers the whole row. A deleted document cannot be opened before it is restored. */
function DocumentLink({ document }: { readonly document: DocumentView }) {
  if (document.deleted_at !== null)
    return (
      <span dir="auto" class="max-w-full self-start truncate font-medium text-ink-soft">
        {documentHeadline(document)}
      </span>
    );
  return (
    <a
      href={`/documents/${document.id}`}
      dir="auto"
      class="max-w-full self-start truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
    >
      {documentHeadline(document)}
    </a>
  );
}

/** The progress of a document without values yet, or why it failed. */
function StatusDetail({ document }: { readonly document: DocumentView }) {
  if (document.status === 'failed') {
    const words = document.error ? FAILURE_ADVICE[document.error.code] : null;
    return (
      <span class="block truncate text-sm">
        <span class="text-danger">{words?.reason ?? 'Processing failed'}</span>
        {words && <span class="hidden text-ink-faint sm:inline"> · {words.advice}</span>}
      </span>
    );
  }
  const progress = progressById.value.get(document.id);
  const stage = progress
    ? stageLabel(progress.stage)
    : document.status === 'processing'
      ? 'Processing'
      : 'Waiting in the queue';
  return (
    <span class="flex min-w-0 items-center gap-3 text-ink-soft text-sm">
      <progress
        class="progress w-24 sm:w-40"
        max={1}
        {...(progress ? { value: progress.share } : {})}
        aria-label={stage}
      />
      <span class="truncate">{stage}</span>
    </span>
  );
}
