import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AuditEventView } from '#core/contract/audit';
import type { AuditFilter, ListAuditEvents } from '../../api/audit.ts';
import { SignedOut } from '../../api/problems.ts';
import { isAbort } from '../../api/request.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { leaveSession } from '../../state/session.ts';
import { windowOf } from '../documents/list-window.ts';
import { AuditRow } from './audit-row.tsx';
import { EventDialog } from './event-dialog.tsx';
import { useActorNames } from './use-actor-names.ts';

/** Height of a row in CSS pixels; the row's classes draw exactly this. */
const ROW_HEIGHT = 64;
/** Rows before the end at which the next page is asked for. */
const AHEAD = 60;

export interface AuditTableProps {
  readonly filter: AuditFilter;
  readonly load: ListAuditEvents;
}

/** The events, of which only the rows in view exist: 10,000 of them scroll like twenty. */
export function AuditTable({ filter, load }: AuditTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  const nameOf = useActorNames();
  const [rows, setRows] = useState<readonly AuditEventView[]>([]);
  const [cursor, setCursor] = useState<string | null>(null);
  const [phase, setPhase] = useState<'loading' | 'ready' | 'ended' | 'failed'>('loading');
  const [failure, setFailure] = useState<unknown>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [viewHeight, setViewHeight] = useState(800);
  const [open, setOpen] = useState<AuditEventView | null>(null);
  const { start, end, totalHeight } = windowOf({ scrollTop, viewHeight, rowHeight: ROW_HEIGHT, count: rows.length });

  useEffect(() => {
    if (phase !== 'loading') return;
    const stop = new AbortController();
    load(filter, cursor, stop.signal).then(
      (page) => {
        setRows((before) => [...before, ...page.data]);
        setCursor(page.next_cursor);
        setPhase(page.next_cursor === null ? 'ended' : 'ready');
      },
      (error: unknown) => {
        if (isAbort(error)) return;
        if (error instanceof SignedOut) return leaveSession();
        setFailure(error);
        setPhase('failed');
      },
    );
    return () => stop.abort();
  }, [phase]);
  useEffect(() => {
    if (phase === 'ready' && end >= rows.length - AHEAD) setPhase('loading');
  }, [phase, end, rows.length]);
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
      aria-busy={phase === 'loading'}
      onScroll={({ currentTarget }) => setScrollTop(currentTarget.scrollTop)}
    >
      {phase === 'loading' && rows.length === 0 && (
        <div class="flex flex-col gap-6 p-6" role="status" aria-label="Loading the events">
          <div class="skeleton h-5" />
          <div class="skeleton h-5" />
          <div class="skeleton h-5" />
        </div>
      )}
      {phase === 'failed' && <FailurePanel failure={failure} onRetry={() => setPhase('loading')} />}
      {phase === 'ended' && rows.length === 0 && (
        <EmptyState icon="search" title="Nothing fits" text="No event fits these filters." />
      )}
      <ul class="relative mx-auto max-w-6xl" style={{ height: `${totalHeight}px` }} aria-label="Audit events">
        {rows.slice(start, end).map((event, index) => (
          <AuditRow
            key={event.id}
            event={event}
            actorName={nameOf(event.actor)}
            top={(start + index) * ROW_HEIGHT}
            place={start + index + 1}
            of={phase === 'ended' ? rows.length : -1}
            onOpen={() => setOpen(event)}
          />
        ))}
      </ul>
      {open && <EventDialog event={open} actorName={nameOf(open.actor)} onClose={() => setOpen(null)} />}
    </div>
  );
}
