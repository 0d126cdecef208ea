import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DocumentStatus } from '#core/domain/document-status';
import { DOCUMENT_TYPES, isDocumentType } from '#core/domain/document-types';
import type { DocumentFilter } from '../../api/documents.ts';
import { Icon } from '../../components/icon.tsx';
import { MAX_SEARCH_LENGTH } from '../../state/document-filter.ts';
import { workspaces } from '../../state/workspaces.ts';
import { STATUS_LABELS, TYPE_LABELS } from '../../wording/document-words.ts';
import { LiveDot } from './live-dot.tsx';

/** Debounce delay before the search is sent. */
const TYPING_PAUSE_MS = 220;

const COMMON_STATUSES: readonly DocumentStatus[] = ['needs_review', 'completed', 'failed', 'processing', 'approved'];

export interface FilterBarProps {
  readonly filter: DocumentFilter;
  readonly onChange: (filter: DocumentFilter) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly children?: ComponentChildren;
}

export function FilterBar({ filter, onChange, searchRef, children }: FilterBarProps) {
  const [typed, setTyped] = useState(filter.q ?? '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped((now) => (now.trim() === (filter.q ?? '') ? now : (filter.q ?? ''))), [filter.q]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const { q: _q, ...withoutSearch } = filter;
  const { status: _status, ...withoutStatus } = filter;
  const { document_type: _type, ...withoutType } = filter;
  const { workspace_id: workspace, ...withoutWorkspace } = filter;
  const type = (value: string) => {
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(value.trim()), TYPING_PAUSE_MS);
  };
  const search = (q: string) => onChange(q === '' ? withoutSearch : { ...withoutSearch, q });
  /** Searches immediately and leaves the field, so that the keyboard shortcuts of the list apply. */
  const searchNow = (field: HTMLInputElement) => {
    clearTimeout(timer.current);
    search(field.value.trim());
    field.blur();
  };
  const statuses =
    filter.status && !COMMON_STATUSES.includes(filter.status) ? [...COMMON_STATUSES, filter.status] : COMMON_STATUSES;

  return (
    <div class="flex flex-wrap items-center gap-2 px-3 pt-3 pb-3 sm:px-5">
      <div class="relative min-w-0 flex-1 basis-full sm:max-w-80 sm:basis-48">
        <Icon name="search" class="pointer-events-none absolute top-3 left-3 size-4 text-ink-faint" />
        <input
          ref={searchRef}
          type="search"
          class="input pr-9 pl-9"
          placeholder="Vendor, number, file name"
          aria-label="Search documents"
          maxLength={MAX_SEARCH_LENGTH}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={({ key, isComposing, currentTarget }) =>
            key === 'Enter' && !isComposing && searchNow(currentTarget)
          }
        />
        {typed === '' && <kbd class="key pointer-events-none absolute top-2 right-2.5 hidden sm:block">/</kbd>}
      </div>
      <select
        class="input w-auto min-w-0 flex-1 basis-2/5 sm:flex-none sm:basis-auto"
        aria-label="Document type"
        value={filter.document_type ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange(isDocumentType(value) ? { ...withoutType, document_type: value } : withoutType)
        }
      >
        <option value="">Any type</option>
        {DOCUMENT_TYPES.map((each) => (
          <option key={each} value={each}>
            {TYPE_LABELS[each]}
          </option>
        ))}
      </select>
      {(workspaces.value.length > 0 || workspace !== undefined) && (
        <select
          class="input w-auto min-w-0 flex-1 basis-2/5 sm:max-w-48 sm:flex-none sm:basis-auto"
          aria-label="Workspace"
          value={workspace ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange(value === '' ? withoutWorkspace : { ...withoutWorkspace, workspace_id: value })
          }
        >
          <option value="">Any workspace</option>
          {workspaces.value.map(({ id, name, archived }) => (
            <option key={id} value={id}>
              {archived ? `${name} (archived)` : name}
            </option>
          ))}
          {workspace !== undefined && workspaces.value.every(({ id }) => id !== workspace) && (
            <option value={workspace}>{workspace}</option>
          )}
        </select>
      )}
      <fieldset
        class={`order-last flex min-w-0 basis-full gap-1 overflow-x-auto ${workspaces.value.length > 0 ? '2xl:order-none 2xl:basis-auto' : 'lg:order-none lg:basis-auto'}`}
      >
        <legend class="sr-only">Status</legend>
        <Choice chosen={filter.status === undefined} onChoose={() => onChange(withoutStatus)}>
          All
        </Choice>
        {statuses.map((status) => (
          <Choice key={status} chosen={filter.status === status} onChoose={() => onChange({ ...filter, status })}>
            {STATUS_LABELS[status]}
          </Choice>
        ))}
      </fieldset>
      <span class="hidden flex-1 lg:block" />
      <LiveDot />
      {children}
    </div>
  );
}

interface ChoiceProps {
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children: ComponentChildren;
}

function Choice({ chosen, onChoose, children }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      class={`h-8 cursor-pointer whitespace-nowrap rounded-full px-3 text-sm ${chosen ? 'bg-ink font-semibold text-canvas' : 'text-ink-soft hover:bg-sunken hover:text-ink'}`}
    >
      {children}
    </button>
  );
}
