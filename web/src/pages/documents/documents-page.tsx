import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { Icon } from '../../components/icon.tsx';
import { type ActiveRow, activeRowAt, placeOf } from '../../state/active-row.ts';
import {
  addressOfFilter,
  changeFilter,
  type DocumentFilter,
  filterFromQuery,
  isNarrowed,
} from '../../state/document-filter.ts';
import { documentRows, listFailure, listPhase, loadFirst, openList } from '../../state/document-list.ts';
import { useDocumentUpdates } from '../../state/document-updates.ts';
import { refreshMembers } from '../../state/people-names.ts';
import { refreshViews } from '../../state/saved-views.ts';
import { clearSelection, selectedIds, selectTo, toggleAll, toggleSelected } from '../../state/selection.ts';
import { mayUse } from '../../state/session.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { uploadFiles } from '../../state/uploads.ts';
import { useTitle } from '../../state/use-title.ts';
import { refreshWorkspaces, uploadWorkspaces } from '../../state/workspaces.ts';
import { BulkBar } from './bulk-bar.tsx';
import { DocumentsTable } from './documents-table.tsx';
import { DropTarget } from './drop-target.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { NoDocuments } from './no-documents.tsx';
import { CHIP_STATUSES, toggleStatus } from './status-chips.tsx';
import { TableSkeleton } from './table-skeleton.tsx';
import { UploadTray } from './upload-tray.tsx';
import { uploadWorkspaceId } from './upload-workspace.ts';

/** One for each status chip. */
const STATUS_KEYS = CHIP_STATUSES.map((_status, at) => String(at + 1));

export function DocumentsPage() {
  useTitle('Documents');
  useDocumentUpdates();
  const { path, query, route } = useLocation();
  // While the next page loads, this one is still shown, although the URL is already that of the next page.
  const ownQuery = useRef(query);
  if (path === '/' || path === '/documents') ownQuery.current = query;
  const picker = useRef<HTMLInputElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [activeRow, setActiveRow] = useState<ActiveRow | null>(null);
  /** Set while the first row is to become active once the search has ended. */
  const entering = useRef(false);
  const [panelOpen, setPanelOpen] = useState(false);
  const [placeChosen, setPlaceChosen] = useState<string | null>(null);
  const filter = filterFromQuery(ownQuery.current);
  const address = addressOfFilter(filter);
  const places = uploadWorkspaces();
  const mayUpload = mayUse('documents.create') || places.length > 0;
  const place = uploadWorkspaceId(placeChosen, filter.workspace_id, places, mayUse('documents.create'));
  const upload = (files: readonly File[]) => uploadFiles(files, place);
  const phase = listPhase.value;
  const rows = documentRows.value;
  const pick = () => picker.current?.click();
  const show = (next: DocumentFilter) => route(addressOfFilter(next), true);
  const active = placeOf(activeRow, rows);
  const setActive = (place: number) => setActiveRow(activeRowAt(place, documentRows.peek()));
  const step = (by: number) =>
    setActiveRow((now) => activeRowAt(placeOf(now, documentRows.peek()) + by, documentRows.peek()));

  /** Moves the active row and selects the rows on the way. */
  const extend = (by: number) => {
    const rows = documentRows.peek();
    const here = rows[Math.max(0, placeOf(activeRow, rows))];
    const there = activeRowAt(placeOf(activeRow, rows) + by, rows);
    if (here === undefined || there === null) return;
    if (!selectedIds.peek().has(here.id)) toggleSelected(here.id);
    selectTo(rows, there.id);
    setActiveRow(there);
  };
  const toggleActive = () => {
    const row = documentRows.peek()[Math.max(0, active)];
    if (row) toggleSelected(row.id);
  };

  useEffect(() => {
    void refreshWorkspaces();
    void refreshMembers();
    void refreshViews();
  }, []);
  useEffect(() => {
    if (!openList(filter)) setActiveRow(null);
  }, [address]);
  useEffect(() => {
    if (!entering.current || phase !== 'ready') return;
    entering.current = false;
    setActive(0);
  }, [phase, rows]);
  useShortcuts([
    { keys: ['j', 'ArrowDown'], label: 'Next document', when: ({ shiftKey }) => !shiftKey, run: () => step(1) },
    { keys: ['k', 'ArrowUp'], label: 'Previous document', when: ({ shiftKey }) => !shiftKey, run: () => step(-1) },
    { keys: ['Enter'], label: 'Open document', run: () => openActive() },
    { keys: ['x'], label: 'Select document', run: toggleActive },
    {
      keys: ['ArrowDown', 'ArrowUp'],
      label: 'Select several (with Shift)',
      run: ({ key }) => extend(key === 'ArrowDown' ? 1 : -1),
    },
    { keys: ['A'], label: 'Select all loaded documents', run: () => toggleAll(documentRows.peek()) },
    { keys: ['/'], label: 'Search', run: () => search.current?.select() },
    { keys: ['f'], label: 'Filters', run: () => setPanelOpen((open) => !open) },
    { keys: ['0'], label: 'All statuses', run: () => show(changeFilter(filter, { status: undefined })) },
    { keys: STATUS_KEYS, label: 'Filter by status', run: ({ key }) => pickStatus(Number(key) - 1) },
    { keys: ['u'], label: 'Upload files', run: () => mayUpload && pick() },
    { keys: ['Escape'], label: '', whileTyping: true, run: () => leave() },
  ]);
  const pickStatus = (at: number) => {
    const status = CHIP_STATUSES[at];
    if (status !== undefined) show(toggleStatus(filter, status));
  };
  /** Leaves the search field; otherwise ends the selection. */
  const leave = () => {
    if (document.activeElement === search.current) search.current?.blur();
    else clearSelection();
  };
  const openActive = () => {
    // Focused links and buttons act on their own; otherwise open the active row.
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && focused.matches('a, button, summary')) return focused.click();
    const row = documentRows.peek()[Math.max(0, active)];
    if (row && row.deleted_at === null) route(`/documents/${row.id}`);
  };

  return (
    <div class="flex h-full flex-col">
      <h1 class="sr-only">Documents</h1>
      <FilterBar
        filter={filter}
        onChange={show}
        searchRef={search}
        panelOpen={panelOpen}
        onPanel={() => setPanelOpen(!panelOpen)}
        onLeaveDown={() => {
          entering.current = search.current?.value.trim() !== (filter.q ?? '');
          setActive(0);
        }}
      >
        {places.length > 0 && (
          <select
            class="input w-auto min-w-0 flex-1 basis-2/5 sm:max-w-48 sm:flex-none sm:basis-auto"
            aria-label="Upload into"
            title="Workspace for uploaded files"
            value={place ?? ''}
            onChange={({ currentTarget }) => setPlaceChosen(currentTarget.value)}
          >
            {mayUse('documents.create') && <option value="">No workspace</option>}
            {places.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        {mayUpload && (
          <button
            type="button"
            class="button button-primary min-h-10 flex-1 sm:flex-none"
            onClick={pick}
            title="Upload files (u)"
          >
            <Icon name="upload" /> Upload
          </button>
        )}
      </FilterBar>
      {panelOpen && <FilterPanel filter={filter} onChange={show} />}
      <input
        ref={picker}
        type="file"
        multiple
        class="hidden"
        aria-label="Files to upload"
        onChange={(event) => {
          upload([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <div class="relative min-h-0 flex-1">
        {phase === 'loading' && <TableSkeleton />}
        {phase === 'failed' && <FailurePanel failure={listFailure.value} onRetry={() => void loadFirst()} />}
        {phase !== 'loading' && phase !== 'failed' && rows.length > 0 && (
          <DocumentsTable active={active} onActive={setActive} onFilter={show} />
        )}
        {phase === 'ready' && rows.length === 0 && (
          <NoDocuments
            narrowed={isNarrowed(filter)}
            trash={filter.deleted === 'true'}
            mayUpload={mayUpload}
            onPick={pick}
            onClear={() => show({})}
          />
        )}
        <BulkBar />
      </div>
      <UploadTray />
      {mayUpload && <DropTarget onFiles={upload} />}
    </div>
  );
}
