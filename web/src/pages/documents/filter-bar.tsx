import type { ComponentChildren, RefObject } from 'preact';
import { Icon } from '../../components/icon.tsx';
import { changeFilter, type DocumentFilter, MAX_SEARCH_LENGTH, narrowingKeys } from '../../state/document-filter.ts';
import { useTypedText } from '../../state/use-typed-text.ts';
import { FilterPills } from './filter-pills.tsx';
import { LayoutMenu } from './layout-menu.tsx';
import { LiveDot } from './live-dot.tsx';
import { StatusChips } from './status-chips.tsx';
import { ViewsMenu } from './views-menu.tsx';

/** Pause in typing after which the search starts. */
const TYPING_PAUSE_MS = 220;

export interface FilterBarProps {
  readonly filter: DocumentFilter;
  readonly onChange: (filter: DocumentFilter) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly panelOpen: boolean;
  readonly onPanel: () => void;
  /** Arrow down in the search field. */
  readonly onLeaveDown: () => void;
  readonly children?: ComponentChildren;
}

export function FilterBar(props: FilterBarProps) {
  const { filter, onChange, searchRef, panelOpen, onPanel, onLeaveDown, children } = props;
  const search = (q: string) => onChange(changeFilter(filter, { q }));
  const { typed, type, settle } = useTypedText(filter.q ?? '', TYPING_PAUSE_MS, search);
  /** Searches immediately and leaves the field, so that the keyboard shortcuts of the list apply. */
  const searchNow = (field: HTMLInputElement) => {
    settle(field.value.trim());
    field.blur();
  };
  const narrowing = narrowingKeys(filter).length;

  return (
    <div class="flex flex-wrap items-center gap-2 px-3 pt-3 pb-2 sm:px-5">
      <div class="relative min-w-0 flex-1 basis-full sm:max-w-96 sm:basis-48">
        <Icon name="search" class="pointer-events-none absolute top-3 left-3 size-4 text-ink-faint" />
        <input
          ref={searchRef}
          type="search"
          class="input pr-9 pl-9"
          placeholder="Search names, values and text"
          aria-label="Search documents"
          maxLength={MAX_SEARCH_LENGTH}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Enter') searchNow(event.currentTarget);
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            searchNow(event.currentTarget);
            onLeaveDown();
          }}
        />
        {typed === '' && <kbd class="key pointer-events-none absolute top-2 right-2.5 hidden sm:block">/</kbd>}
      </div>
      <button
        type="button"
        class={`button min-h-10 ${panelOpen ? 'bg-sunken' : ''}`}
        aria-expanded={panelOpen}
        title="Filters (f)"
        onClick={onPanel}
      >
        Filters
        {narrowing > 0 && (
          <span class="grid size-5 place-items-center rounded-full bg-accent font-semibold text-accent-ink text-xs">
            {narrowing}
          </span>
        )}
      </button>
      <ViewsMenu filter={filter} />
      <span class="hidden sm:block">
        <LayoutMenu />
      </span>
      <span class="hidden flex-1 lg:block" />
      <LiveDot />
      {children}
      <StatusChips filter={filter} onChange={onChange} />
      <FilterPills filter={filter} onChange={onChange} />
    </div>
  );
}
