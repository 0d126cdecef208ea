import type { AuditEventView } from '#core/contract/audit';
import { Dialog } from '../../components/dialog.tsx';
import { formatTime } from '../../formatting/dates.ts';
import { auditWords, targetAddress } from '../../wording/audit-words.ts';
import type { AuditNames } from './use-audit-names.ts';

export interface EventDialogProps {
  readonly event: AuditEventView;
  readonly names: AuditNames;
  readonly onClose: () => void;
}

/** All details of an audit event. */
export function EventDialog({ event, names, onClose }: EventDialogProps) {
  const { actor, target, seal } = event;
  const address = targetAddress(target);
  const lines: readonly (readonly [string, string | null])[] = [
    ['When', formatTime(event.occurred_at)],
    ['Outcome', event.outcome === 'success' ? 'succeeded' : 'refused'],
    ['Action', event.action],
    ['Actor', names.actor(actor)],
    ['Actor id', actor.id],
    ['Impersonated by', actor.impersonator_id === null ? null : names.person(actor.impersonator_id)],
    ['Target', names.target(target)],
    ['Target id', `${target.kind} ${target.id}`],
    ['IP address', event.ip],
    ['User agent', event.user_agent],
    ['Request id', event.request_id],
    ['Position in the chain', seal === null ? 'not sealed yet' : String(seal.sequence)],
    ['Hash', seal?.hash ?? null],
  ];
  return (
    <Dialog title={auditWords(event.action)} onClose={onClose} wide>
      <dl class="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-sm">
        {lines
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name} class="contents">
              <dt class="text-ink-soft">{name}</dt>
              <dd class="break-all">{value}</dd>
            </div>
          ))}
      </dl>
      {address !== null && (
        <a class="button mt-4" href={address}>
          Open {names.target(target)}
        </a>
      )}
      {event.changes !== null && (
        <table class="mt-5 w-full text-left text-sm">
          <thead class="text-ink-soft">
            <tr>
              <th class="py-1 pr-3 font-medium">Field</th>
              <th class="py-1 pr-3 font-medium">Before</th>
              <th class="py-1 font-medium">After</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(event.changes).map(([field, [before, after]]) => (
              <tr key={field} class="border-line border-t align-top">
                <td class="py-1.5 pr-3">{field}</td>
                <td class="break-all py-1.5 pr-3">{textOf(before)}</td>
                <td class="break-all py-1.5">{textOf(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}

const textOf = (value: unknown): string =>
  value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
