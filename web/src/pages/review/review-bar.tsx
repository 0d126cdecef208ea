import { Icon } from '../../components/icon.tsx';
import type { IconName } from '../../components/icon-paths.data.ts';
import { keyLabel } from '../../state/key-chords.ts';
import { onApple } from '../../state/platform.ts';
import { mayUse } from '../../state/session.ts';
import { TYPE_LABELS } from '../../wording/document-words.ts';
import type { Desk } from './desk-state.ts';
import { KeyHint } from './key-hint.tsx';
import type { ReviewDialog } from './review-keys.ts';

export interface ReviewBarProps {
  readonly desk: Desk;
  readonly position: string | null;
  /** Decisions about documents before this one are still on their way. */
  readonly waiting: number;
  readonly onDialog: (dialog: ReviewDialog) => void;
  readonly onApprove: () => void;
  readonly onUndo: () => void;
}

const SENDING = {
  saved: ['check', 'Saved'],
  sending: ['retry', 'Saving…'],
  offline: ['alert', 'Offline, will be sent'],
  blocked: ['alert', 'Not saved'],
} as const;

/** Which document it is, whether everything is saved, and what to do with the whole document. */
export function ReviewBar({ desk, position, waiting, onDialog, onApprove, onUndo }: ReviewBarProps) {
  const { document } = desk.prepared;
  const type = desk.shown.value.document_type;
  const { state } = desk.sending.value;
  const [icon, text] = SENDING[state === 'saved' && waiting > 0 ? 'sending' : state];
  return (
    <div class="flex shrink-0 items-center gap-2 border-line border-b bg-surface px-3 py-1.5 sm:px-5">
      <div class="min-w-0 flex-1">
        <h1 class="truncate font-semibold tracking-tight">{document.name}</h1>
        <p class="flex items-center gap-2 truncate text-ink-faint text-xs">
          {position !== null && <span class="whitespace-nowrap tabular-nums">{position}</span>}
          {position !== null && <span aria-hidden="true">·</span>}
          <button
            type="button"
            class="cursor-pointer truncate underline decoration-dotted underline-offset-2"
            title="Change the document type (t)"
            onClick={() => onDialog('type')}
          >
            {TYPE_LABELS[type]}
          </button>
          <span aria-hidden="true">·</span>
          <span
            role="status"
            class={`flex items-center gap-1 whitespace-nowrap ${state === 'blocked' || state === 'offline' ? 'font-medium text-danger' : ''}`}
          >
            <Icon name={icon} class="size-3.5" />
            {text}
          </span>
        </p>
      </div>
      <div class="flex items-center gap-1.5">
        <BarButton label="Undo" icon="undo" keys={keyLabel('Mod+z', onApple)} onClick={onUndo} />
        {mayUse('documents.assign') && (
          <BarButton label="Assign" icon="people" keys="a" onClick={() => onDialog('assign')} />
        )}
        <BarButton label="Postpone" icon="clock" keys="z" onClick={() => onDialog('postpone')} />
        {mayUse('documents.approve') && (
          <>
            <BarButton label="Reject" icon="close" keys="r" onClick={() => onDialog('reject')} />
            <button type="button" class="button button-primary hidden sm:inline-flex" onClick={onApprove}>
              Approve <KeyHint keys="Mod+Enter" />
            </button>
          </>
        )}
      </div>
    </div>
  );
}

function BarButton({
  label,
  icon,
  keys,
  onClick,
}: {
  readonly label: string;
  readonly icon: IconName;
  readonly keys: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" class="button px-2.5" title={`${label} (${keys})`} onClick={onClick}>
      <Icon name={icon} />
      <span class="sr-only lg:not-sr-only">{label}</span>
    </button>
  );
}
