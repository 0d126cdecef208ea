import { useState } from 'preact/hooks';
import { listSystemAuditEvents } from '../../api/audit.ts';
import { ALL_EVENTS, AuditFilters } from '../audit/audit-filters.tsx';
import { AuditTable } from '../audit/audit-table.tsx';

/** Audit events of system administrators. Events within an organization are in its own audit log. */
export function SystemAuditSection() {
  const [filter, setFilter] = useState(ALL_EVENTS);
  return (
    <section aria-label="Audit log of the server" class="flex flex-col gap-3">
      <AuditFilters filter={filter} onChange={setFilter} />
      <div class="card flex h-[65dvh] flex-col overflow-hidden">
        {/* The key starts a new list when the filter changes. */}
        <AuditTable key={JSON.stringify(filter)} filter={filter} load={listSystemAuditEvents} />
      </div>
    </section>
  );
}
