import type { ComponentChildren } from 'preact';
import type { Pages } from '../state/use-pages.ts';
import { EmptyState, type EmptyStateProps } from './empty-state.tsx';
import { LoadFrame } from './load-frame.tsx';

interface ListProps<Item> {
  readonly pages: Pages<Item>;
  /** What is loading, for screen readers: "the keys". */
  readonly what: string;
  /** Name of the list for screen readers, where no heading names it. */
  readonly label?: string;
  /** Reloads the list after a failure; `pages.reload` unless more than the list has to be reloaded. */
  readonly onRetry?: () => void;
  readonly children: (item: Item) => ComponentChildren;
}

export interface PageListProps<Item> extends ListProps<Item> {
  /** Shown instead of an empty list. */
  readonly empty: ComponentChildren;
}

/** A list read by `usePages`, one row per item, in all its states. */
export function PageList<Item>({ pages, what, label, onRetry, empty, children }: PageListProps<Item>) {
  return (
    <LoadFrame loaded={pages.list} what={what} onRetry={onRetry ?? pages.reload}>
      {({ data, next_cursor: next }) => (
        <>
          {data.length === 0 ? empty : <ul aria-label={label}>{data.map(children)}</ul>}
          {next !== null && (
            <div class="flex justify-center p-3">
              <button type="button" class="button" onClick={pages.loadMore}>
                Load more
              </button>
            </div>
          )}
        </>
      )}
    </LoadFrame>
  );
}

export interface ListCardProps<Item> extends ListProps<Item> {
  /** Shown instead of an empty list. */
  readonly empty: EmptyStateProps;
}

/** The same list in a card of its own. */
export function ListCard<Item>({ empty, ...list }: ListCardProps<Item>) {
  return (
    <div class="card">
      <PageList {...list} empty={<EmptyState {...empty} />} />
    </div>
  );
}
