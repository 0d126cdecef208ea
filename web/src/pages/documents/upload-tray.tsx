import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { formatShare, formatSize } from '../../formatting/sizes.ts';
import { totalsOf, type UploadItem } from '../../state/upload-queue.ts';
import { cancelUpload, clearEndedUploads, retryUpload, uploads } from '../../state/uploads.ts';

/** Maximum number of uploads listed; the header counts all. */
const MAX_LINES = 200;
/** Delay before the tray closes on its own when every upload succeeded. */
const SETTLED_MS = 4_000;

/** The uploads of this session, with progress and buttons to cancel and retry. */
export function UploadTray() {
  const [open, setOpen] = useState(true);
  const items = uploads.value;
  const settled = items.length > 0 && items.every(({ state }) => state === 'accepted');
  useEffect(() => {
    if (!settled) return;
    const timer = setTimeout(clearEndedUploads, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [settled]);
  if (items.length === 0) return null;
  const totals = totalsOf(items);
  const title =
    totals.active > 0
      ? `Uploading ${totals.active} of ${totals.files}`
      : `${totals.accepted} uploaded${totals.failed > 0 ? `, ${totals.failed} failed` : ''}`;
  // Failed uploads first, then those in progress.
  const order = { failed: 0, sending: 1, waiting: 2, cancelled: 3, accepted: 4 } as const;
  const lines = items.toSorted((a, b) => order[a.state] - order[b.state]).slice(0, MAX_LINES);
  return (
    <section
      aria-label="Uploads"
      class="fixed inset-x-3 bottom-3 z-20 flex max-h-[60dvh] animate-[slide-in_160ms_ease-out] flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-float sm:right-5 sm:left-auto sm:w-96"
    >
      <div class="flex items-center gap-1 py-2 pr-2 pl-4">
        <h2 class="flex-1 font-semibold text-sm" aria-live="polite">
          {title}
        </h2>
        {totals.active === 0 && (
          <button type="button" class="button button-quiet" onClick={clearEndedUploads}>
            Clear
          </button>
        )}
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-expanded={open}
          aria-label={open ? 'Collapse uploads' : 'Expand uploads'}
          onClick={() => setOpen(!open)}
        >
          <Icon name="chevron-down" class={`size-4 ${open ? '' : 'rotate-180'}`} />
        </button>
      </div>
      {totals.active > 0 && (
        <progress class="progress h-1 w-full rounded-none" max={1} value={totals.progress} aria-label="All uploads" />
      )}
      {open && (
        <ul class="overflow-y-auto border-line border-t">
          {lines.map((item) => (
            <UploadLine key={item.id} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}

function UploadLine({ item }: { readonly item: UploadItem }) {
  const { id, name, size, state, progress, documentId, reason } = item;
  return (
    <li class="flex items-center gap-3 border-line border-b py-2 pr-2 pl-4 last:border-b-0">
      <div class="min-w-0 flex-1">
        {documentId === null ? (
          <p class="truncate text-sm">{name}</p>
        ) : (
          <a class="link block truncate text-sm" href={`/documents/${documentId}`}>
            {name}
          </a>
        )}
        {state === 'sending' && (
          <progress class="progress my-1 block w-full" max={1} value={progress} aria-label={`Upload of ${name}`} />
        )}
        <p class={`text-xs ${state === 'failed' ? 'text-danger' : 'text-ink-faint'}`}>
          {state === 'waiting' && `Waiting · ${formatSize(size)}`}
          {state === 'sending' && (progress < 1 ? `${formatShare(progress)} of ${formatSize(size)}` : 'Storing…')}
          {state === 'accepted' && `Uploaded · ${formatSize(size)}`}
          {state === 'cancelled' && 'Cancelled'}
          {state === 'failed' && reason}
        </p>
      </div>
      {(state === 'waiting' || state === 'sending') && (
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label={`Cancel ${name}`}
          onClick={() => cancelUpload(id)}
        >
          <Icon name="close" />
        </button>
      )}
      {(state === 'failed' || state === 'cancelled') && (
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label={`Retry ${name}`}
          onClick={() => retryUpload(id)}
        >
          <Icon name="retry" />
        </button>
      )}
      {state === 'accepted' && <Icon name="check" class="mr-2.5 size-4 text-proved" />}
    </li>
  );
}
