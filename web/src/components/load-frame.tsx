import type { ComponentChildren } from 'preact';
import type { Page } from '../api/page.ts';
import type { Loaded } from '../state/use-load.ts';
import { EmptyState, type EmptyStateProps } from './empty-state.tsx';
import { FailurePanel } from './failure-panel.tsx';

export interface LoadFrameProps<Value> {
  readonly loaded: Loaded<Value>;
  /** What is loaded, for who cannot see the grey bar: "the keys". */
  readonly what: string;
  readonly onRetry: () => void;
  readonly children: (value: Value) => ComponentChildren;
}

/** In place of what is not there yet: a grey bar, or why it did not come and the way to ask again. */
export function LoadFrame<Value>({ loaded, what, onRetry, children }: LoadFrameProps<Value>) {
  switch (loaded.state) {
    case 'loading':
      return (
        <div class="p-5" role="status" aria-label={`Loading ${what}`}>
          <div class="skeleton h-5" />
        </div>
      );
    case 'failed':
      return <FailurePanel failure={loaded.failure} onRetry={onRetry} />;
    case 'ready':
      return <>{children(loaded.value)}</>;
  }
}

export interface ListCardProps<Item> extends Omit<LoadFrameProps<Page<Item>>, 'children'> {
  /** Shown when there is none. */
  readonly empty: EmptyStateProps;
  /** Reads the next page; left out where the first one is all. */
  readonly onMore?: () => void;
  readonly children: (item: Item) => ComponentChildren;
}

/** A list in a card, one row per item, through all its states. */
export function ListCard<Item>({ loaded, what, onRetry, empty, onMore, children }: ListCardProps<Item>) {
  return (
    <div class="card">
      <LoadFrame loaded={loaded} what={what} onRetry={onRetry}>
        {({ data, next_cursor: next }) => (
          <>
            {data.length === 0 ? <EmptyState {...empty} /> : <ul>{data.map(children)}</ul>}
            {next !== null && onMore && (
              <div class="flex justify-center border-line border-t p-3">
                <button type="button" class="button" onClick={onMore}>
                  Load more
                </button>
              </div>
            )}
          </>
        )}
      </LoadFrame>
    </div>
  );
}
