import type { ComponentChildren } from 'preact';
import type { DocumentView } from '#core/contract/documents';
import type { DocumentOrder } from '#core/domain/document-order';
import { StatusBadge } from '../../components/status-badge.tsx';
import { formatAmount } from '../../formatting/amounts.ts';
import { formatAge, formatDate, formatTime } from '../../formatting/dates.ts';
import type { ColumnName } from '../../state/list-layout.ts';
import { nameOfUser } from '../../state/people-names.ts';
import { workspaces } from '../../state/workspaces.ts';
import { TYPE_LABELS } from '../../wording/document-words.ts';
import { FieldCounts } from './field-counts.tsx';

export interface Column {
  readonly label: string;
  /** Width in the grid. */
  readonly width: string;
  readonly sort?: DocumentOrder;
  readonly right?: true;
  /** Empty for a document that was not read; its progress or failure takes that place. */
  readonly ofResult?: true;
  readonly cell: (document: DocumentView) => ComponentChildren;
}

const NONE = '–';

export const COLUMN_LOOKS: Readonly<Record<ColumnName, Column>> = {
  status: { label: 'Status', width: '8.5rem', sort: 'status', cell: ({ status }) => <StatusBadge status={status} /> },
  type: {
    label: 'Type',
    width: 'minmax(0,1fr)',
    ofResult: true,
    cell: ({ document_type: type }) => (type ? TYPE_LABELS[type] : NONE),
  },
  number: {
    label: 'Number',
    width: 'minmax(0,1.2fr)',
    ofResult: true,
    cell: ({ summary }) => summary?.document_number ?? NONE,
  },
  date: {
    label: 'Date',
    width: '7rem',
    sort: 'document_date',
    ofResult: true,
    cell: ({ summary }) => (summary?.document_date ? formatDate(summary.document_date) : NONE),
  },
  total: {
    label: 'Total',
    width: 'minmax(0,1.1fr)',
    sort: 'total',
    right: true,
    ofResult: true,
    cell: ({ summary }) => (summary?.total_amount ? formatAmount(summary.total_amount, summary.currency) : NONE),
  },
  fields: {
    label: 'Fields',
    width: '10rem',
    ofResult: true,
    cell: ({ summary }) => summary && <FieldCounts summary={summary} />,
  },
  stops: {
    label: 'To check',
    width: '5.5rem',
    sort: 'stops',
    right: true,
    ofResult: true,
    cell: ({ summary }) => summary?.stops ?? NONE,
  },
  assignee: {
    label: 'Assignee',
    width: 'minmax(0,1fr)',
    cell: ({ assignee_id: id }) => (id === null ? NONE : nameOfUser(id)),
  },
  workspace: {
    label: 'Workspace',
    width: 'minmax(0,1fr)',
    cell: ({ workspace_id: id }) => workspaces.value.find((each) => each.id === id)?.name ?? (id === null ? NONE : id),
  },
  created: {
    label: 'Created',
    width: '6.5rem',
    sort: 'created_at',
    right: true,
    cell: ({ created_at: at }) => (
      <time dateTime={at} class="text-ink-faint" title={formatTime(at)}>
        {formatAge(at, Date.now())}
      </time>
    ),
  },
};

/** The grid of the heading and the rows: checkbox, status if shown, vendor and file, the other columns. */
export function gridOf(columns: readonly ColumnName[]): { readonly gridTemplateColumns: string } {
  const widths = columns.map((name) => COLUMN_LOOKS[name].width);
  const title = 'minmax(9rem,2.2fr)';
  const [status, ...rest] = widths;
  const ordered = columns[0] === 'status' && status !== undefined ? [status, title, ...rest] : [title, ...widths];
  return { gridTemplateColumns: ['1.25rem', ...ordered].join(' ') };
}
