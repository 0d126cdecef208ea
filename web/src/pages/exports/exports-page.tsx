import { useEffect, useState } from 'preact/hooks';
import type { ExportView } from '#core/contract/exports';
import { exportFileAddress, listExports } from '../../api/exports.ts';
import { Icon } from '../../components/icon.tsx';
import { ListCard } from '../../components/page-list.tsx';
import { Section } from '../../components/section.tsx';
import { formatAge, formatTime } from '../../formatting/dates.ts';
import { usePages } from '../../state/use-pages.ts';
import { useTitle } from '../../state/use-title.ts';
import { FORMAT_LABELS } from '../../wording/export-words.ts';
import { ExportDialog } from './export-dialog.tsx';

/** How often the list is read while an export is under way. */
const WATCH_MS = 1_000;

/** Exports with their progress, and their files while they are kept. */
export function ExportsPage() {
  useTitle('Exports');
  const pages = usePages(listExports);
  const [opened, setOpened] = useState(false);
  const { list } = pages;
  const isWorking = list.state === 'ready' && list.value.data.some(isOpen);
  useEffect(() => {
    if (!isWorking) return;
    const timer = setTimeout(pages.reload, WATCH_MS);
    return () => clearTimeout(timer);
  }, [isWorking, list]);
  return (
    <div class="h-full overflow-y-auto">
      <div class="mx-auto flex max-w-3xl flex-col gap-8 px-4 py-8 sm:px-6">
        <h1 class="font-semibold text-2xl tracking-tight">Exports</h1>
        <Section
          title="Files"
          action={
            <button type="button" class="button" onClick={() => setOpened(true)}>
              <Icon name="plus" /> Export what is new
            </button>
          }
        >
          <ListCard
            pages={pages}
            what="the exports"
            empty={{
              icon: 'download',
              title: 'No exports yet',
              text: 'Select documents in the list and choose Export, or export everything that is new.',
            }}
          >
            {(each) => <ExportRow key={each.id} made={each} />}
          </ListCard>
        </Section>
      </div>
      {opened && (
        <ExportDialog
          choice={{}}
          onClose={() => {
            setOpened(false);
            pages.reload();
          }}
        />
      )}
    </div>
  );
}

const isOpen = ({ status }: ExportView): boolean => status === 'queued' || status === 'running';

function ExportRow({ made }: { readonly made: ExportView }) {
  const { id, format, status, total, done, created_at: created, file } = made;
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-3.5 last:border-b-0">
      <div class="min-w-0 flex-1 basis-64">
        <p class="break-words font-medium">{FORMAT_LABELS[format]}</p>
        <p class="text-ink-faint text-sm">{factsOf(made).join(' · ')}</p>
      </div>
      {isOpen(made) && (
        <span class="flex items-center gap-3 text-sm" role="status">
          {status === 'queued' ? 'Waiting' : `${done.toLocaleString()} of ${(total ?? 0).toLocaleString()}`}
          <progress class="progress w-32" max={Math.max(1, total ?? 1)} value={done} aria-label="Progress" />
        </span>
      )}
      {file !== null && total !== 0 && (
        <a
          class="button"
          href={exportFileAddress(id)}
          download={file.name}
          aria-label={`Download the export of ${formatAge(created, Date.now())}`}
        >
          <Icon name="download" /> Download
        </a>
      )}
    </li>
  );
}

function factsOf({ status, total, created_at: created, expires_at: expires }: ExportView): readonly string[] {
  const documents = total === 1 ? '1 document' : `${(total ?? 0).toLocaleString()} documents`;
  return [
    `${formatAge(created, Date.now())}`,
    ...(total === null ? [] : [total === 0 ? 'nothing new to export' : documents]),
    ...(status === 'failed' ? ['failed; the documents can be exported again'] : []),
    ...(status === 'expired' ? ['the file was deleted'] : []),
    ...(status === 'completed' && expires !== null && total !== 0 ? [`kept until ${formatTime(expires)}`] : []),
  ];
}
