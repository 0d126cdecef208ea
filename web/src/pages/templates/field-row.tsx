import type { ComponentChildren } from 'preact';
import { Icon } from '../../components/icon.tsx';
import { KIND_LABELS } from './field-kinds.ts';
import type { FieldDraft } from './template-draft.ts';

export interface FieldRowProps {
  readonly field: FieldDraft;
  /** Kind and position, such as "Field 3". */
  readonly title: string;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** The heading of a field in the editor: opens and closes it, moves it and removes it. */
export function FieldRow({ field, title, open, onToggle, onMove, onRemove }: FieldRowProps) {
  return (
    <div class="flex items-center gap-1 py-2 pr-2 pl-4 sm:pl-5">
      <h3 class="min-w-0 flex-1">
        <button
          type="button"
          class="flex w-full cursor-pointer items-center gap-2 py-1 text-left"
          aria-expanded={open}
          onClick={onToggle}
        >
          <Icon name="chevron-right" class={`size-4 ${open ? 'rotate-90' : ''}`} />
          <span class="min-w-0">
            <span class="block truncate">
              {title} <span class="font-mono text-sm">{field.name}</span>
            </span>
            <span class="block truncate font-normal text-ink-faint text-sm">
              {KIND_LABELS[field.kind]}
              {field.required && ', required'}
              {field.labels !== '' && ` · ${field.labels.trim().replaceAll('\n', ' · ')}`}
            </span>
          </span>
        </button>
      </h3>
      <IconButton label={`Move ${title} up`} onClick={() => onMove(-1)}>
        <Icon name="chevron-down" class="size-4 rotate-180" />
      </IconButton>
      <IconButton label={`Move ${title} down`} onClick={() => onMove(1)}>
        <Icon name="chevron-down" />
      </IconButton>
      <IconButton label={`Remove ${title}`} onClick={onRemove}>
        <Icon name="close" />
      </IconButton>
    </div>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

function IconButton({ label, onClick, children }: IconButtonProps) {
  return (
    <button type="button" class="button button-quiet button-icon" aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}
