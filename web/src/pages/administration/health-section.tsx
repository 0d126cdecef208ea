import type { ServerHealth } from '#core/contract/administration';
import { readServerHealth } from '../../api/administration.ts';
import { LoadFrame } from '../../components/load-frame.tsx';
import { useLoad } from '../../state/use-load.ts';

/** The label of each figure, and whether values above zero indicate a problem. */
const FIGURES: readonly (readonly [keyof Omit<ServerHealth, 'parts'>, string, boolean])[] = [
  ['jobs_queued', 'Jobs queued', false],
  ['jobs_processing', 'Jobs processing', false],
  ['jobs_stuck', 'Jobs stuck', true],
  ['jobs_failed_last_day', 'Jobs failed, last 24 hours', true],
  ['mails_waiting', 'Mails queued', false],
  ['mails_dead', 'Mails undeliverable', true],
  ['audit_events_unsealed', 'Audit events not sealed yet', false],
];

export function HealthSection() {
  const [health, reload] = useLoad(readServerHealth);
  return (
    <LoadFrame loaded={health} what="the health of the server" onRetry={reload}>
      {(value) => <Health health={value} onRefresh={reload} />}
    </LoadFrame>
  );
}

function Health({ health, onRefresh }: { readonly health: ServerHealth; readonly onRefresh: () => void }) {
  const { parts, ...figures } = health;
  return (
    <section aria-label="Health" class="flex flex-col gap-5">
      <dl class="grid grid-cols-1 gap-3 sm:grid-cols-3">
        {parts.map(({ name, ok, latency_ms }) => (
          <div key={name} class="card px-5 py-4">
            <dt class="text-ink-soft text-sm uppercase">{name}</dt>
            <dd class={`font-semibold ${ok ? 'text-proved' : 'text-danger'}`}>
              {ok ? 'healthy' : 'failing'} <span class="font-normal text-ink-faint text-sm">{latency_ms} ms</span>
            </dd>
          </div>
        ))}
        {FIGURES.map(([name, label, isProblem]) => (
          <div key={name} class="card px-5 py-4">
            <dt class="text-ink-soft text-sm">{label}</dt>
            <dd class={`font-semibold text-xl ${isProblem && figures[name] > 0 ? 'text-danger' : ''}`}>
              {figures[name]}
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button self-start" onClick={onRefresh}>
        Refresh
      </button>
    </section>
  );
}
