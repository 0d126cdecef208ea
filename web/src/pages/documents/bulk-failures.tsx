import { Dialog } from '../../components/dialog.tsx';
import { documentRows } from '../../state/document-list.ts';
import { documentHeadline } from '../../wording/document-headline.ts';
import { BULK_REASONS, UNKNOWN_REASON } from './bulk-actions.ts';
import { bulkFailures } from './run-bulk.ts';

/** Documents shown; the heading counts all. */
const MAX_LINES = 200;

/** The documents that a bulk action left as they are, and why. */
export function BulkFailures() {
  const failures = bulkFailures.value;
  if (failures.length === 0) return null;
  const rows = new Map(documentRows.value.map((row) => [row.id, row]));
  const count = failures.length;
  return (
    <Dialog
      title={`${count.toLocaleString()} ${count === 1 ? 'document was' : 'documents were'} not changed`}
      onClose={() => {
        bulkFailures.value = [];
      }}
    >
      <ul class="flex max-h-[50dvh] flex-col overflow-y-auto">
        {failures.slice(0, MAX_LINES).map(({ id, code }) => {
          const row = rows.get(id);
          return (
            <li key={id} class="flex flex-col border-line border-b py-2 last:border-b-0">
              <a class="link truncate" href={`/documents/${id}`}>
                {row === undefined ? id : documentHeadline(row)}
              </a>
              <span class="text-ink-soft text-sm">{BULK_REASONS[code] ?? UNKNOWN_REASON}</span>
            </li>
          );
        })}
      </ul>
      <p class="mt-3 text-ink-faint text-sm">They are still selected.</p>
    </Dialog>
  );
}
