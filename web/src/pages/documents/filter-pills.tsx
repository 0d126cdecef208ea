import { isDocumentType } from '#core/domain/document-types';
import { Icon } from '../../components/icon.tsx';
import { formatDate } from '../../formatting/dates.ts';
import { changeFilter, type DocumentFilter, narrowingKeys } from '../../state/document-filter.ts';
import { nameOfUser } from '../../state/people-names.ts';
import { workspaces } from '../../state/workspaces.ts';
import { TYPE_LABELS } from '../../wording/document-words.ts';

type NarrowingKey = ReturnType<typeof narrowingKeys>[number];

const WORDS: Readonly<Record<NarrowingKey, (value: string) => string>> = {
  document_type: (value) => (isDocumentType(value) ? TYPE_LABELS[value] : value),
  workspace_id: (value) => `Workspace: ${workspaces.value.find(({ id }) => id === value)?.name ?? value}`,
  batch_id: (value) => `Batch: ${value}`,
  assignee_id: (value) => `Assignee: ${value === 'me' ? 'me' : value === 'none' ? 'nobody' : nameOfUser(value)}`,
  vendor: (value) => `Vendor: ${value}`,
  amount_min: (value) => `Total from ${value}`,
  amount_max: (value) => `Total to ${value}`,
  date_from: (value) => `Dated from ${formatDate(value)}`,
  date_to: (value) => `Dated to ${formatDate(value)}`,
  from: (value) => `Created from ${formatDate(value)}`,
  to: (value) => `Created to ${formatDate(value)}`,
};

/** The active filters, each of which a click removes. */
export function FilterPills({
  filter,
  onChange,
}: {
  readonly filter: DocumentFilter;
  readonly onChange: (filter: DocumentFilter) => void;
}) {
  const keys = narrowingKeys(filter);
  if (keys.length === 0) return null;
  return (
    <div class="flex basis-full flex-wrap gap-1.5">
      {keys.map((key) => {
        const words = WORDS[key](filter[key] ?? '');
        return (
          <button
            key={key}
            type="button"
            class="inline-flex h-7 cursor-pointer items-center gap-1.5 rounded-full border border-line-strong bg-surface px-2.5 text-sm hover:bg-sunken"
            aria-label={`Remove filter: ${words}`}
            onClick={() => onChange(changeFilter(filter, { [key]: undefined }))}
          >
            {words} <Icon name="close" class="size-3.5 text-ink-faint" />
          </button>
        );
      })}
    </div>
  );
}
