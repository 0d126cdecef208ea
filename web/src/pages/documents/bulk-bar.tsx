import { useState } from 'preact/hooks';
import type { BulkBody } from '#core/contract/review';
import { Icon } from '../../components/icon.tsx';
import { listFilter } from '../../state/document-list.ts';
import { clearSelection, selectedIds } from '../../state/selection.ts';
import { mayUse } from '../../state/session.ts';
import { showFailure } from '../../state/toasts.ts';
import { ExportDialog } from '../exports/export-dialog.tsx';
import { BULK_WORDS, type BulkActionName, FIRST_ACTIONS, MORE_ACTIONS } from './bulk-actions.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { BulkFailures } from './bulk-failures.tsx';
import { PopoverMenu } from './popover-menu.tsx';
import { bulkProgress, runBulk } from './run-bulk.ts';

/** What can be done with the selected documents; nothing while none is selected. */
export function BulkBar() {
  const [asking, setAsking] = useState<BulkActionName | null>(null);
  const [exporting, setExporting] = useState(false);
  const selected = selectedIds.value;
  const progress = bulkProgress.value;
  const run = (name: BulkActionName, bodyOf: (ids: string[]) => BulkBody) => {
    setAsking(null);
    void runBulk([...selectedIds.peek()], BULK_WORDS[name], bodyOf).catch(showFailure);
  };
  const start = (name: BulkActionName) => {
    if (BULK_WORDS[name].asks) setAsking(name);
    else if (isPlain(name)) run(name, (ids) => ({ action: name, ids }));
  };
  const trash = listFilter.value.deleted === 'true';
  const offered = (names: readonly BulkActionName[]) => names.filter((name) => mayUse(BULK_WORDS[name].permission));
  const first = offered(trash ? ['restore'] : FIRST_ACTIONS);
  const more = trash ? [] : offered(MORE_ACTIONS);
  return (
    <>
      {(selected.size > 0 || progress !== null) && (
        <section
          aria-label="Selected documents"
          class="absolute inset-x-2 bottom-2 z-20 mx-auto flex w-fit max-w-[calc(100%-1rem)] animate-[slide-in_160ms_ease-out] items-center gap-2 overflow-x-auto rounded-xl border border-line-strong bg-surface p-2 pl-4 shadow-float"
        >
          {progress === null ? (
            <>
              <span class="whitespace-nowrap font-semibold text-sm tabular-nums" aria-live="polite">
                {selected.size.toLocaleString()} selected
              </span>
              {first.map((name) => (
                <button
                  key={name}
                  type="button"
                  class={`button ${name === first[0] ? 'button-primary' : ''}`}
                  onClick={() => start(name)}
                >
                  {BULK_WORDS[name].label}
                </button>
              ))}
              {!trash && mayUse('documents.export') && (
                <button type="button" class="button" onClick={() => setExporting(true)}>
                  Export
                </button>
              )}
              {more.length > 0 && (
                <PopoverMenu id="bulk-more" icon="chevron-down" label="More">
                  {(close) =>
                    more.map((name) => (
                      <button
                        key={name}
                        type="button"
                        class={`block w-full cursor-pointer px-4 py-2.5 text-left hover:bg-sunken ${name === 'delete' ? 'text-danger' : ''}`}
                        onClick={() => {
                          close();
                          start(name);
                        }}
                      >
                        {BULK_WORDS[name].label}
                      </button>
                    ))
                  }
                </PopoverMenu>
              )}
              <button
                type="button"
                class="button button-quiet button-icon"
                aria-label="Clear selection"
                title="Clear selection (Esc)"
                onClick={clearSelection}
              >
                <Icon name="close" />
              </button>
            </>
          ) : (
            <span class="flex items-center gap-3 py-1.5 pr-3 text-sm" role="status">
              {progress.label} {progress.done.toLocaleString()} of {progress.total.toLocaleString()}
              <progress class="progress w-40" max={progress.total} value={progress.done} aria-label={progress.label} />
            </span>
          )}
        </section>
      )}
      {asking !== null && (
        <BulkDialog name={asking} count={selected.size} onRun={run} onClose={() => setAsking(null)} />
      )}
      {exporting && <ExportDialog choice={{ ids: [...selected] }} onClose={() => setExporting(false)} />}
      <BulkFailures />
    </>
  );
}

type PlainAction = Extract<BulkActionName, 'approve' | 'reopen' | 'cancel' | 'restore' | 'delete'>;
const isPlain = (name: BulkActionName): name is PlainAction =>
  name === 'approve' || name === 'reopen' || name === 'cancel' || name === 'restore' || name === 'delete';
