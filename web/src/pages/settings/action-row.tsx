export interface RowAction {
  readonly label: string;
  readonly run: () => void;
}

export interface ActionRowProps {
  readonly name: string;
  readonly detail: string;
  readonly actions: readonly RowAction[];
}

/** A list row with buttons; their accessible names include the name of the row. */
export function ActionRow({ name, detail, actions }: ActionRowProps) {
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-3.5 last:border-b-0">
      <div class="w-40 flex-1">
        <p class="truncate font-medium">{name}</p>
        <p class="break-words text-ink-faint text-sm">{detail}</p>
      </div>
      <div class="flex gap-2">
        {actions.map(({ label, run }) => (
          <button key={label} type="button" class="button" aria-label={`${label}: ${name}`} onClick={run}>
            {label}
          </button>
        ))}
      </div>
    </li>
  );
}
