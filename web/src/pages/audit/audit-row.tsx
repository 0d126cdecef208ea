import type { AuditEventView } from '#core/contract/audit';
import { formatTime } from '../../formatting/dates.ts';
import { auditWords, targetAddress } from '../../wording/audit-words.ts';
import type { AuditNames } from './use-audit-names.ts';

export interface AuditRowProps {
  readonly event: AuditEventView;
  readonly names: AuditNames;
  /** CSS pixels from the top of the list. */
  readonly top: number;
  /** Position in the list, from 1. */
  readonly position: number;
  /** Number of events in the list; -1 while it is unknown. */
  readonly total: number;
  readonly onOpen: () => void;
}

export function AuditRow({ event, names, top, position, total, onOpen }: AuditRowProps) {
  const { actor, target } = event;
  const actorName = names.actor(actor);
  const address = targetAddress(target);
  const targetName = names.target(target);
  return (
    <li
      class="absolute inset-x-0 h-16 border-line border-b"
      style={{ top: `${top}px` }}
      aria-posinset={position}
      aria-setsize={total}
    >
      <button
        type="button"
        class="grid h-full w-full cursor-pointer grid-cols-[1fr_auto] items-center gap-x-4 px-4 text-left hover:bg-sunken sm:grid-cols-[3fr_3fr_3fr_auto] sm:px-6"
        onClick={onOpen}
      >
        <span class="min-w-0">
          <span class="block truncate font-medium">{auditWords(event.action)}</span>
          <span class="flex gap-2 text-sm">
            {event.outcome === 'failure' && <span class="text-danger">refused</span>}
            <span class="min-w-0 truncate text-ink-soft sm:hidden">{actorName}</span>
          </span>
        </span>
        <span class="hidden min-w-0 truncate text-ink-soft text-sm sm:block">
          {actorName}
          {actor.impersonator_id !== null && (
            <span class="block truncate">by {names.person(actor.impersonator_id)}</span>
          )}
        </span>
        <span class="hidden min-w-0 sm:block" />
        <time
          class="w-24 text-right text-ink-faint text-xs sm:w-auto sm:whitespace-nowrap sm:text-sm"
          dateTime={event.occurred_at}
        >
          {formatTime(event.occurred_at)}
        </time>
      </button>
      {/* Over its column, because a link cannot be inside the button. */}
      <span class="pointer-events-none absolute inset-y-0 inset-x-0 hidden grid-cols-[3fr_3fr_3fr_auto] items-center gap-x-4 px-6 sm:grid">
        <span class="col-start-3 min-w-0 truncate text-sm">
          {address === null ? (
            <span class="text-ink-soft">{targetName}</span>
          ) : (
            <a class="link pointer-events-auto" href={address}>
              {targetName}
            </a>
          )}
        </span>
        <time class="invisible text-sm sm:whitespace-nowrap" aria-hidden="true">
          {formatTime(event.occurred_at)}
        </time>
      </span>
    </li>
  );
}
