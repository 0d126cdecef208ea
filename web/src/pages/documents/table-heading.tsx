// biome-ignore-all lint/a11y/useSemanticElements: rows are positioned absolutely, which table elements do not allow; ARIA carries the structure.
// biome-ignore-all lint/a11y/useFocusableInteractive: the buttons of a heading take the focus, not the row.
import { Icon } from '../../components/icon.tsx';
import type { DocumentFilter } from '../../state/document-filter.ts';
import { sortAfter, sortOf } from '../../state/document-filter.ts';
import { documentRows, listFilter } from '../../state/document-list.ts';
import { listLayout } from '../../state/list-layout.ts';
import { selectedIds, toggleAll } from '../../state/selection.ts';
import { COLUMN_LOOKS, gridOf } from './columns.tsx';

export interface TableHeadingProps {
  readonly onFilter: (filter: DocumentFilter) => void;
}

/** Column headings, which sort by a click, and the checkbox that selects all loaded rows. */
export function TableHeading({ onFilter }: TableHeadingProps) {
  const { columns } = listLayout.value;
  const rows = documentRows.value;
  const selected = selectedIds.value;
  const all = rows.length > 0 && rows.every(({ id }) => selected.has(id));
  const [first, ...rest] = columns;
  const withStatus = first === 'status';
  return (
    <div
      role="row"
      aria-rowindex={1}
      style={gridOf(columns)}
      class="grid h-9 items-center gap-x-4 border-line border-b text-ink-soft text-sm"
    >
      <span role="columnheader" class="flex">
        <input
          type="checkbox"
          class="size-4 cursor-pointer accent-accent"
          aria-label="Select all loaded documents"
          title="Select all loaded documents (A)"
          checked={all}
          indeterminate={!all && selected.size > 0}
          onChange={() => toggleAll(documentRows.peek())}
        />
      </span>
      {withStatus && <Heading label="Status" sort="status" onFilter={onFilter} />}
      <span role="columnheader" aria-sort={directionOf('vendor') ?? directionOf('name') ?? 'none'} class="flex gap-3">
        <SortButton label="Vendor" sort="vendor" onFilter={onFilter} />
        <SortButton label="File" sort="name" onFilter={onFilter} />
      </span>
      {(withStatus ? rest : columns).map((name) => {
        const { label, sort, right } = COLUMN_LOOKS[name];
        return <Heading key={name} label={label} sort={sort} right={right} onFilter={onFilter} />;
      })}
    </div>
  );
}

interface HeadingProps extends TableHeadingProps {
  readonly label: string;
  readonly sort: string | undefined;
  readonly right?: boolean | undefined;
}

function Heading({ label, sort, right = false, onFilter }: HeadingProps) {
  return (
    <span
      role="columnheader"
      class={`flex min-w-0 ${right ? 'justify-end' : ''} ${label === COLUMN_LOOKS.fields.label ? 'pl-3' : ''}`}
      {...(sort === undefined ? {} : { 'aria-sort': directionOf(sort) ?? ('none' as const) })}
    >
      {sort === undefined ? (
        <span class="truncate">{label}</span>
      ) : (
        <SortButton label={label} sort={sort} onFilter={onFilter} />
      )}
    </span>
  );
}

function SortButton({ label, sort, onFilter }: TableHeadingProps & { readonly label: string; readonly sort: string }) {
  const direction = directionOf(sort);
  return (
    <button
      type="button"
      class={`-mx-1 inline-flex min-w-0 cursor-pointer items-center gap-1 rounded px-1 hover:text-ink ${direction === null ? '' : 'font-semibold text-ink'}`}
      onClick={() => onFilter({ ...listFilter.peek(), sort: sortAfter(listFilter.peek(), sort) })}
    >
      <span class="truncate">{label}</span>
      {direction !== null && (
        <Icon name="chevron-down" class={`size-3.5 shrink-0 ${direction === 'ascending' ? 'rotate-180' : ''}`} />
      )}
    </button>
  );
}

function directionOf(column: string): 'ascending' | 'descending' | null {
  const sort = sortOf(listFilter.value);
  if (sort === column) return 'ascending';
  return sort === `-${column}` ? 'descending' : null;
}
