import type { ServerHealth } from '#core/contract/administration';
import { readServerHealth } from '../../api/administration.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { useLoad } from '../../state/use-load.ts';

/** What each figure is, and whether more than none of it wants a look. */
const FIGURES: readonly (readonly [keyof Omit<ServerHealth, 'parts'>, string, boolean])[] = [
  ['jobs_queued', 'Jobs waiting', false],
  ['jobs_processing', 'Jobs under way', false],
  ['jobs_stuck', 'Jobs stuck', true],
  ['jobs_failed_last_day', 'Jobs failed, last 24 h', true],
  ['mails_waiting', 'Mails waiting', false],
  ['mails_dead', 'Mails given up', true],
  ['audit_events_unsealed', 'Audit events to seal', false],
];

export function HealthSection() {
  const [health, reload] = useLoad(readServerHealth);
  if (health.state === 'loading') return <div class="skeleton h-5" role="status" aria-label="Asking each part" />;
  if (health.state === 'failed') return <FailurePanel failure={health.failure} onRetry={reload} />;
  const { parts, ...figures } = health.value;
  return (
    <section aria-label="Health" class="flex flex-col gap-5">
      <dl class="grid grid-cols-1 gap-3 sm:grid-cols-3">
        {parts.map(({ name, ok, latency_ms }) => (
          <div key={name} class="card px-5 py-4">
            <dt class="text-ink-soft text-sm uppercase">{name}</dt>
            <dd class={`font-semibold ${ok ? 'text-proved' : 'text-danger'}`}>
              {ok ? 'works' : 'fails'} <span class="font-normal text-ink-faint text-sm">{latency_ms} ms</span>
            </dd>
          </div>
        ))}
        {FIGURES.map(([name, label, troubling]) => (
          <div key={name} class="card px-5 py-4">
            <dt class="text-ink-soft text-sm">{label}</dt>
            <dd class={`font-semibold text-xl ${troubling && figures[name] > 0 ? 'text-danger' : ''}`}>
              {figures[name]}
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button self-start" onClick={reload}>
        Ask again
      </button>
    </section>
  );
}
