import { useState } from 'preact/hooks';
import { listSystemAuditEvents } from '../../api/audit.ts';
import { ALL_EVENTS, AuditFilters } from '../audit/audit-filters.tsx';
import { AuditTable } from '../audit/audit-table.tsx';

/** What those who look after the server did to it; what happens in an organization stands in its own audit log. */
export function TrailSection() {
  const [filter, setFilter] = useState(ALL_EVENTS);
  return (
    <section aria-label="Audit log of the server" class="flex flex-col gap-3">
      <AuditFilters filter={filter} onChange={setFilter} />
      <div class="card flex h-[65dvh] flex-col overflow-hidden">
        {/* The key: another filter is another list, with nothing left over from the last one. */}
        <AuditTable key={JSON.stringify(filter)} filter={filter} load={listSystemAuditEvents} />
      </div>
    </section>
  );
}
