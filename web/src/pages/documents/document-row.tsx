// biome-ignore-all lint/a11y/useSemanticElements: rows are positioned absolutely, which table elements do not allow; ARIA carries the structure.
// biome-ignore-all lint/a11y/useFocusableInteractive: the link of a row takes the focus, not the row.
import type { DocumentView } from '#core/contract/documents';
import { isTerminal } from '#core/domain/document-status';
import { StatusBadge } from '../../components/status-badge.tsx';
import { formatAmount } from '../../formatting/amounts.ts';
import { formatAge, formatDate, formatTime } from '../../formatting/dates.ts';
import { progressById } from '../../state/document-updates.ts';
import { documentHeadline } from '../../wording/document-headline.ts';
import { FAILURE_ADVICE, stageLabel, TYPE_LABELS } from '../../wording/document-words.ts';
import { FieldCounts } from './field-counts.tsx';

/** Columns of the header and the rows. */
export const TABLE_COLUMNS =
  'grid grid-cols-[8.5rem_minmax(0,2.2fr)_minmax(0,1fr)_minmax(0,1.2fr)_7rem_minmax(0,1.1fr)_9.5rem_6.5rem] gap-x-4';

export interface DocumentRowProps {
  readonly document: DocumentView;
  readonly row: number;
  /** Distance from the top of the list in CSS pixels. */
  readonly top: number;
  readonly active: boolean;
  readonly narrow: boolean;
  readonly onFocus: (row: number) => void;
}

export function DocumentRow(props: DocumentRowProps) {
  const { row, top, active, narrow, onFocus } = props;
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      data-row={row}
      class={`absolute inset-x-0 top-0 px-3 sm:px-5 ${active ? 'bg-accent-soft' : 'hover:bg-surface'}`}
      style={{ transform: `translateY(${top}px)` }}
      onFocusIn={() => onFocus(row)}
    >
      {narrow ? <NarrowCells {...props} /> : <WideCells {...props} />}
    </div>
  );
}

function WideCells({ document }: DocumentRowProps) {
  const { summary } = document;
  return (
    <div class={`${TABLE_COLUMNS} h-14 items-center border-line border-b`}>
      <span role="cell">
        <StatusBadge status={document.status} />
      </span>
      <span role="cell" class="flex min-w-0 flex-col">
        <DocumentLink document={document} />
        {documentHeadline(document) !== document.name && (
          <span class="truncate text-ink-faint text-xs">{document.name}</span>
        )}
      </span>
      {document.status === 'failed' || !isTerminal(document.status) ? (
        <span role="cell" aria-colspan={5} class="col-span-5 min-w-0">
          <StatusDetail document={document} />
        </span>
      ) : (
        <>
          <span role="cell" class="truncate text-sm">
            {document.document_type ? TYPE_LABELS[document.document_type] : '–'}
          </span>
          <span role="cell" class="truncate text-sm tabular-nums">
            {summary?.document_number ?? '–'}
          </span>
          <span role="cell" class="truncate text-sm tabular-nums">
            {summary?.document_date ? formatDate(summary.document_date) : '–'}
          </span>
          <span role="cell" class="truncate text-right font-medium tabular-nums">
            {summary?.total_amount ? formatAmount(summary.total_amount, summary.currency) : '–'}
          </span>
          <span role="cell" class="pl-3">
            {summary && <FieldCounts summary={summary} />}
          </span>
        </>
      )}
      <time
        role="cell"
        dateTime={document.created_at}
        class="text-right text-ink-faint text-sm"
        title={formatTime(document.created_at)}
      >
        {formatAge(document.created_at, Date.now())}
      </time>
    </div>
  );
}

function NarrowCells({ document }: DocumentRowProps) {
  const { summary, status } = document;
  return (
    <div class="flex h-21 flex-col justify-center gap-1.5 border-line border-b">
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
  );
}

/** The link covers the whole row. */
function DocumentLink({ document }: { readonly document: DocumentView }) {
  return (
    <a
      href={`/documents/${document.id}`}
      class="truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
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
