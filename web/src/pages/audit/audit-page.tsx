import { useState } from 'preact/hooks';
import { auditExportAddress, listAuditEvents } from '../../api/audit.ts';
import { Icon } from '../../components/icon.tsx';
import { PlainPage } from '../../components/plain-page.tsx';
import { mayUse } from '../../state/session.ts';
import { useTitle } from '../../state/use-title.ts';
import { ALL_EVENTS, AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { RetentionPanel } from './retention-panel.tsx';
import { VerifyPanel } from './verify-panel.tsx';

export function AuditPage() {
  useTitle('Audit log');
  const [toolsShown, setToolsShown] = useState(false);
  const [filter, setFilter] = useState(ALL_EVENTS);
  if (!mayUse('audit.read'))
    return (
      <PlainPage
        name="Audit log"
        icon="shield"
        title="Your role does not include the audit log"
        text="It shows who did what in your organization. An owner or administrator of your organization can give you access."
      />
    );
  return (
    <div class="flex h-full flex-col">
      <div class="mx-auto flex w-full max-w-6xl flex-col gap-4 px-4 pt-6 pb-3 sm:px-6">
        <div class="flex flex-wrap items-center gap-3">
          <h1 class="flex-1 basis-full font-semibold text-2xl tracking-tight sm:basis-0">Audit log</h1>
          {mayUse('audit.export') && (
            <>
              <a class="button" href={auditExportAddress(filter, 'csv')} download>
                Export CSV
              </a>
              <a class="button" href={auditExportAddress(filter, 'jsonl')} download>
                JSON lines
              </a>
            </>
          )}
        </div>
        {/* On narrow screens the filters would take half the height of the list. */}
        <button
          type="button"
          class="button self-start sm:hidden"
          aria-expanded={toolsShown}
          onClick={() => setToolsShown(!toolsShown)}
        >
          <Icon name="chevron-down" class={`size-4 ${toolsShown ? 'rotate-180' : ''}`} /> Filter and verify
        </button>
        <div class={`${toolsShown ? 'flex' : 'hidden'} flex-col gap-4 sm:flex`}>
          <div class="card flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3">
            <VerifyPanel />
            <RetentionPanel />
          </div>
          <AuditFilters filter={filter} onChange={setFilter} />
        </div>
      </div>
      {/* The key starts a new list when the filter changes. */}
      <AuditTable key={JSON.stringify(filter)} filter={filter} load={listAuditEvents} />
    </div>
  );
}
