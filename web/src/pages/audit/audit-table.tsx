import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AuditEventView } from '#core/contract/audit';
import type { AuditFilter, ListAuditEvents } from '../../api/audit.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { usePages } from '../../state/use-pages.ts';
import { windowOf } from '../documents/list-window.ts';
import { AuditRow } from './audit-row.tsx';
import { EventDialog } from './event-dialog.tsx';
import { useAuditNames } from './use-audit-names.ts';

/** Height of a row in CSS pixels; the row's classes draw exactly this. */
const ROW_HEIGHT = 64;
/** Rows before the end at which the next page is requested. */
const AHEAD = 60;

export interface AuditTableProps {
  readonly filter: AuditFilter;
  readonly load: ListAuditEvents;
}

/** A virtual list: only the rows in view are rendered, so that 10,000 events scroll as fast as twenty. */
export function AuditTable({ filter, load }: AuditTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { list, reload, loadMore } = usePages((cursor, signal) => load(filter, cursor, signal));
  const rows = list.state === 'ready' ? list.value.data : [];
  const complete = list.state === 'ready' && list.value.next_cursor === null;
  const [scrollTop, setScrollTop] = useState(0);
  const [viewHeight, setViewHeight] = useState(800);
  const [open, setOpen] = useState<AuditEventView | null>(null);
  const { start, end, totalHeight } = windowOf({ scrollTop, viewHeight, rowHeight: ROW_HEIGHT, count: rows.length });
  const visible = rows.slice(start, end);
  const names = useAuditNames();
  const nearEnd = end >= rows.length - AHEAD;

  useEffect(() => {
    if (nearEnd) loadMore();
  }, [nearEnd, rows.length]);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setViewHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <div
      ref={frame}
      class="relative min-h-0 flex-1 overflow-y-auto overscroll-contain border-line border-t"
      aria-busy={list.state === 'loading'}
      onScroll={({ currentTarget }) => setScrollTop(currentTarget.scrollTop)}
    >
      {list.state === 'loading' && (
        <div class="flex flex-col gap-6 p-6" role="status" aria-label="Loading the events">
          <div class="skeleton h-5" />
          <div class="skeleton h-5" />
          <div class="skeleton h-5" />
        </div>
      )}
      {list.state === 'failed' && <FailurePanel failure={list.failure} onRetry={reload} />}
      {complete && rows.length === 0 && (
        <EmptyState icon="search" title="No matching events" text="No audit event matches these filters." />
      )}
      <ul class="relative mx-auto max-w-6xl" style={{ height: `${totalHeight}px` }} aria-label="Audit events">
        {visible.map((event, index) => (
          <AuditRow
            key={event.id}
            event={event}
            names={names}
            top={(start + index) * ROW_HEIGHT}
            position={start + index + 1}
            total={complete ? rows.length : -1}
            onOpen={() => setOpen(event)}
          />
        ))}
      </ul>
      {rows.length > 0 && !complete && (
        <div class="flex justify-center p-3">
          <button type="button" class="button" onClick={loadMore}>
            Load more
          </button>
        </div>
      )}
      {open && <EventDialog event={open} names={names} onClose={() => setOpen(null)} />}
    </div>
  );
}
