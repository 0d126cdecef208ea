// biome-ignore-all lint/a11y/useSemanticElements: rows are positioned absolutely, which table elements do not allow; ARIA carries the structure.
// biome-ignore-all lint/a11y/useFocusableInteractive: the link of a row takes the focus, not the row.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DocumentFilter } from '../../state/document-filter.ts';
import { documentRows, hasMore, listFailure, listPhase, listPlace, loadMore } from '../../state/document-list.ts';
import { listLayout } from '../../state/list-layout.ts';
import { selectedIds } from '../../state/selection.ts';
import { useNarrowScreen } from '../../state/use-narrow-screen.ts';
import { describeFailure } from '../../wording/describe-failure.ts';
import { DocumentRow } from './document-row.tsx';
import { scrollToShow, windowOf } from './list-window.ts';
import { TableHeading } from './table-heading.tsx';

/** Heights of a row in CSS pixels; the row's classes draw exactly these. */
const ROW_HEIGHT = { comfortable: 56, compact: 40, narrow: 84 } as const;
/** Rows before the end at which the next page is requested, so that it arrives before the end is in view. */
const AHEAD = 60;

export interface DocumentsTableProps {
  /** The row selected by keyboard, or -1. */
  readonly active: number;
  readonly onActive: (row: number) => void;
  readonly onFilter: (filter: DocumentFilter) => void;
}

/** A virtual list: only the rows in view are rendered, so that 10,000 documents cost as much as twenty. */
export function DocumentsTable({ active, onActive, onFilter }: DocumentsTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  // Moving the focus to the active row must not set `active` again, or fast key presses would cause an endless loop.
  const moving = useRef(false);
  const [scrollTop, setScrollTop] = useState(listPlace.scrollTop);
  const [viewHeight, setViewHeight] = useState(800);
  const narrow = useNarrowScreen();
  const rowHeight = ROW_HEIGHT[narrow ? 'narrow' : listLayout.value.density];
  const rows = documentRows.value;
  const selected = selectedIds.value;
  const view = { scrollTop, viewHeight, rowHeight, count: rows.length };
  const { start, end, totalHeight } = windowOf(view);
  const activeId = rows[active]?.id;

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    element.scrollTop = listPlace.scrollTop;
    const observer = new ResizeObserver(() => setViewHeight(element.clientHeight));
    observer.observe(element);
    const back = documentRows.peek().findIndex(({ id }) => id === listPlace.documentId);
    if (back >= 0) onActive(back);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (end >= rows.length - AHEAD && hasMore() && listPhase.peek() === 'ready') void loadMore();
  }, [end, rows.length, listPhase.value]);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || active < 0) return;
    element.scrollTop = scrollToShow(active, { ...view, scrollTop: element.scrollTop });
    setScrollTop(element.scrollTop);
    listPlace.documentId = rows[active]?.id ?? null;
  }, [activeId]);
  useLayoutEffect(() => {
    if (active < 0) return;
    const link = frame.current?.querySelector<HTMLElement>(`[data-row="${active}"] a`);
    if (!link || link === document.activeElement) return;
    moving.current = true;
    link.focus({ preventScroll: true });
    moving.current = false;
  }, [activeId, start <= active && active < end]);

  const shown = rows.slice(start, end);
  return (
    <div
      ref={frame}
      class="absolute inset-0 overflow-y-auto overscroll-contain"
      onScroll={({ currentTarget }) => {
        listPlace.scrollTop = currentTarget.scrollTop;
        setScrollTop(currentTarget.scrollTop);
      }}
    >
      <div role="table" aria-label="Documents" aria-rowcount={hasMore() ? -1 : rows.length + 1}>
        <div role="rowgroup" class="sticky top-0 z-10 hidden bg-canvas px-5 sm:block">
          <TableHeading onFilter={onFilter} />
        </div>
        <div role="rowgroup" class="relative" style={{ height: `${totalHeight}px` }}>
          {shown.map((document, at) => (
            <DocumentRow
              key={document.id}
              document={document}
              row={start + at}
              top={(start + at) * rowHeight}
              active={start + at === active}
              narrow={narrow}
              selected={selected.has(document.id)}
              onFocus={(row) => {
                if (!moving.current) onActive(row);
              }}
            />
          ))}
        </div>
      </div>
      <ListEnd />
    </div>
  );
}

function ListEnd() {
  const phase = listPhase.value;
  const count = documentRows.value.length;
  return (
    <div class="flex h-16 items-center justify-center gap-3 text-ink-soft text-sm" role="status">
      {phase === 'loading-more' && 'Loading more…'}
      {phase === 'failed-more' && <span>{describeFailure(listFailure.value).detail}</span>}
      {phase !== 'loading-more' && hasMore() && (
        <button type="button" class="button" onClick={() => void loadMore()}>
          Load more
        </button>
      )}
      {phase === 'ready' && !hasMore() && `${count.toLocaleString()} ${count === 1 ? 'document' : 'documents'}`}
    </div>
  );
}
