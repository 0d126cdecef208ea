import { useState } from 'preact/hooks';
import type { SecurityEventView } from '#core/contract/security-events';
import { SECURITY_EVENT_KINDS, type SecurityEventKind, securityEventKinds } from '#core/domain/security-events';
import { listSecurityEvents } from '../../api/administration.ts';
import { ListCard } from '../../components/page-list.tsx';
import { formatAge, formatTime } from '../../formatting/dates.ts';
import { usePages } from '../../state/use-pages.ts';
import { describeAgent } from '../../wording/describe-agent.ts';

/** Refused requests of anonymous callers: password guesses, forged tokens, made-up links. */
export function SecurityEventsSection() {
  const [kind, setKind] = useState<SecurityEventKind | ''>('');
  const pages = usePages((cursor, signal) => listSecurityEvents(kind, cursor, signal), kind);
  return (
    <section aria-label="Security events" class="flex flex-col gap-3">
      <div class="flex flex-wrap items-center gap-2">
        <select
          class="input w-auto max-w-full"
          aria-label="Kind of event"
          value={kind}
          onChange={({ currentTarget }) =>
            setKind(securityEventKinds.find((each) => each === currentTarget.value) ?? '')
          }
        >
          <option value="">All kinds</option>
          {securityEventKinds.map((each) => (
            <option key={each} value={each}>
              {SECURITY_EVENT_KINDS[each]}
            </option>
          ))}
        </select>
        <span class="flex-1" />
        <button type="button" class="button" onClick={pages.reload}>
          Refresh
        </button>
      </div>
      <ListCard
        pages={pages}
        what="the security events"
        empty={{ icon: 'shield', title: 'No security events', text: 'No anonymous request of this kind was refused.' }}
      >
        {(event) => <EventRow key={event.id} event={event} />}
      </ListCard>
    </section>
  );
}

function EventRow({ event }: { readonly event: SecurityEventView }) {
  const { meaning, network, count, first_at: first, last_at: last, user_agent: agent, request_id: request } = event;
  return (
    <li class="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-line border-b px-5 py-3 last:border-b-0">
      <div class="min-w-0 flex-1 basis-64">
        <p class="break-words font-medium">{meaning}</p>
        <p class="break-all text-ink-faint text-sm">
          {network ?? 'many networks'} · {describeAgent(agent)} · <span class="font-mono text-xs">{request}</span>
        </p>
      </div>
      <span class="text-sm tabular-nums">{count === 1 ? 'once' : `${count.toLocaleString()} times`}</span>
      <time class="text-ink-faint text-sm" dateTime={last} title={`from ${formatTime(first)} to ${formatTime(last)}`}>
        {formatAge(last, Date.now())}
      </time>
    </li>
  );
}
