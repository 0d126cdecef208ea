import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { DocumentFilter } from '../../api/documents.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { Icon } from '../../components/icon.tsx';
import { type ActiveRow, activeRowAt, placeOf } from '../../state/active-row.ts';
import { addressOfFilter, filterFromQuery, isNarrowed } from '../../state/document-filter.ts';
import { documentRows, listFailure, listPhase, loadFirst, openList } from '../../state/document-list.ts';
import { useDocumentUpdates } from '../../state/document-updates.ts';
import { mayUse } from '../../state/session.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import { uploadFiles } from '../../state/uploads.ts';
import { useTitle } from '../../state/use-title.ts';
import { refreshWorkspaces, uploadWorkspaces } from '../../state/workspaces.ts';
import { DocumentsTable } from './documents-table.tsx';
import { DropTarget } from './drop-target.tsx';
import { FilterBar } from './filter-bar.tsx';
import { NoDocuments } from './no-documents.tsx';
import { TableSkeleton } from './table-skeleton.tsx';
import { UploadTray } from './upload-tray.tsx';
import { uploadWorkspaceId } from './upload-workspace.ts';

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

  useEffect(() => void refreshWorkspaces(), []);
  useEffect(() => {
    if (!openList(filter)) setActiveRow(null);
  }, [address]);
  useShortcuts([
    { keys: ['j', 'ArrowDown'], label: 'Next document', run: () => step(1) },
    { keys: ['k', 'ArrowUp'], label: 'Previous document', run: () => step(-1) },
    { keys: ['Enter'], label: 'Open document', run: () => openActive() },
    { keys: ['/'], label: 'Search', run: () => search.current?.select() },
    { keys: ['u'], label: 'Upload files', run: () => mayUpload && pick() },
    { keys: ['Escape'], label: '', whileTyping: true, run: () => search.current?.blur() },
  ]);
  const openActive = () => {
    // Focused links and buttons act on their own; otherwise open the active row.
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && focused.matches('a, button, summary')) return focused.click();
    const row = documentRows.peek()[Math.max(0, active)];
    if (row) route(`/documents/${row.id}`);
  };

  return (
    <div class="flex h-full flex-col">
      <h1 class="sr-only">Documents</h1>
      <FilterBar filter={filter} onChange={show} searchRef={search}>
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
          <DocumentsTable active={active} onActive={setActive} />
        )}
        {phase === 'ready' && rows.length === 0 && (
          <NoDocuments narrowed={isNarrowed(filter)} mayUpload={mayUpload} onPick={pick} onClear={() => show({})} />
        )}
      </div>
      <UploadTray />
      {mayUpload && <DropTarget onFiles={upload} />}
    </div>
  );
}
