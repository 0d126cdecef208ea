import type { ComponentChildren } from 'preact';
import type { DocumentSort } from '#core/domain/document-order';
import { DOCUMENT_TYPES } from '#core/domain/document-types';
import { VALUE_LIMITS } from '#core/domain/value-limits';
import {
  changeFilter,
  type DocumentFilter,
  type FilterKey,
  narrowingKeys,
  sortOf,
} from '../../state/document-filter.ts';
import { members } from '../../state/people-names.ts';
import { useTypedText } from '../../state/use-typed-text.ts';
import { workspaces } from '../../state/workspaces.ts';
import { TYPE_LABELS } from '../../wording/document-words.ts';

export interface FilterPanelProps {
  readonly filter: DocumentFilter;
  readonly onChange: (filter: DocumentFilter) => void;
}

/** Filters by values of the documents. Each change applies after a short pause. */
export function FilterPanel({ filter, onChange }: FilterPanelProps) {
  const set = (key: FilterKey) => (value: string) => onChange(changeFilter(filter, { [key]: value }));
  const known = workspaces.value;
  return (
    <div class="grid grid-cols-2 gap-x-4 gap-y-3 border-line border-y bg-surface px-3 py-4 sm:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] sm:px-5">
      {/* On wide screens the headings sort. */}
      <span class="col-span-2 sm:hidden">
        <Labelled label="Sort by">
          <select
            class="input"
            value={sortOf(filter)}
            onChange={({ currentTarget }) => onChange(changeFilter(filter, { sort: currentTarget.value }))}
          >
            {SORTS.map(([sort, label]) => (
              <option key={sort} value={sort}>
                {label}
              </option>
            ))}
          </select>
        </Labelled>
      </span>
      <Choice label="Type" value={filter.document_type} onChange={set('document_type')}>
        {DOCUMENT_TYPES.map((type) => (
          <option key={type} value={type}>
            {TYPE_LABELS[type]}
          </option>
        ))}
      </Choice>
      <Choice label="Workspace" value={filter.workspace_id} onChange={set('workspace_id')}>
        {known.map(({ id, name, archived }) => (
          <option key={id} value={id}>
            {archived ? `${name} (archived)` : name}
          </option>
        ))}
        {filter.workspace_id !== undefined && known.every(({ id }) => id !== filter.workspace_id) && (
          <option value={filter.workspace_id}>{filter.workspace_id}</option>
        )}
      </Choice>
      <Choice label="Assignee" value={filter.assignee_id} onChange={set('assignee_id')}>
        <option value="me">Me</option>
        <option value="none">Nobody</option>
        {members.value.map(({ user_id: id, first_name: first, last_name: last, email }) => (
          <option key={id} value={id}>
            {`${first} ${last}`.trim() || email}
          </option>
        ))}
      </Choice>
      <Entry label="Vendor" value={filter.vendor} onChange={set('vendor')} />
      <Entry label="Total from" mode="decimal" value={filter.amount_min} onChange={set('amount_min')} />
      <Entry label="Total to" mode="decimal" value={filter.amount_max} onChange={set('amount_max')} />
      <Day label="Document date from" value={filter.date_from} onChange={set('date_from')} />
      <Day label="Document date to" value={filter.date_to} onChange={set('date_to')} />
      <Day label="Created from" value={filter.from} onChange={set('from')} />
      <Day label="Created to" value={filter.to} onChange={set('to')} />
      <Entry label="Batch" value={filter.batch_id} onChange={set('batch_id')} />
      {narrowingKeys(filter).length > 0 && (
        <button
          type="button"
          class="button self-end"
          onClick={() =>
            onChange(changeFilter(filter, Object.fromEntries(narrowingKeys(filter).map((key) => [key, undefined]))))
          }
        >
          Clear filters
        </button>
      )}
    </div>
  );
}

const SORTS: readonly (readonly [DocumentSort, string])[] = [
  ['-created_at', 'Newest first'],
  ['created_at', 'Oldest first'],
  ['-total', 'Largest total'],
  ['vendor', 'Vendor'],
  ['name', 'File name'],
  ['-document_date', 'Document date'],
  ['-stops', 'Most to check'],
  ['status', 'Status'],
];

interface ControlProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

function Labelled({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
    <label class="flex min-w-0 flex-col gap-1 text-sm">
      <span class="truncate text-ink-soft">{label}</span>
      {children}
    </label>
  );
}

function Choice({ label, value, onChange, children }: ControlProps & { readonly children: ComponentChildren }) {
  return (
    <Labelled label={label}>
      <select
        class="input"
        aria-label={label}
        value={value ?? ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        <option value="">Any</option>
        {children}
      </select>
    </Labelled>
  );
}

function Day({ label, value, onChange }: ControlProps) {
  return (
    <Labelled label={label}>
      <input
        type="date"
        class="input"
        value={value ?? ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </Labelled>
  );
}

/** Pause in typing after which the filter applies. */
const TYPING_PAUSE_MS = 350;

function Entry({ label, value = '', mode = 'text', onChange }: ControlProps & { readonly mode?: 'text' | 'decimal' }) {
  const { typed, type } = useTypedText(value, TYPING_PAUSE_MS, onChange);
  const wanted = (text: string) => (mode === 'decimal' ? text.trim().replace(',', '.') : text.trim());
  return (
    <Labelled label={label}>
      <input
        type="text"
        inputMode={mode}
        class="input"
        maxLength={VALUE_LIMITS.vendorName}
        value={typed}
        onInput={({ currentTarget }) => type(currentTarget.value, wanted(currentTarget.value))}
      />
    </Labelled>
  );
}
