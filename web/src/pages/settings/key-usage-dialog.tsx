import type { ApiKeyUsageView, ApiKeyView } from '#core/contract/api-keys';
import { readApiKeyUsage } from '../../api/api-keys.ts';
import { Dialog } from '../../components/dialog.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { useLoad } from '../../state/use-load.ts';

/** How often a key was used, day by day. */
export function KeyUsageDialog({ apiKey, onClose }: { readonly apiKey: ApiKeyView; readonly onClose: () => void }) {
  const [usage, reload] = useLoad((signal) => readApiKeyUsage(apiKey.id, signal));
  return (
    <Dialog title={`Usage of “${apiKey.name}”`} onClose={onClose}>
      {usage.state === 'loading' && <div class="skeleton h-5" role="status" aria-label="Loading the usage" />}
      {usage.state === 'failed' && <FailurePanel failure={usage.failure} onRetry={reload} />}
      {usage.state === 'ready' && <Days usage={usage.value} />}
    </Dialog>
  );
}

function Days({ usage }: { readonly usage: ApiKeyUsageView }) {
  if (usage.days.length === 0) return <p class="text-ink-soft">No calls in the last 90 days.</p>;
  const most = Math.max(...usage.days.map((each) => each.calls));
  return (
    <div class="flex flex-col gap-3">
      <p>
        <span class="font-semibold">{usage.calls.toLocaleString()}</span> calls in the last 90 days. The newest may take
        a minute to show.
      </p>
      <table class="w-full text-sm">
        <thead class="sr-only">
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Calls</th>
          </tr>
        </thead>
        <tbody>
          {usage.days.map(({ day, calls }) => (
            <tr key={day}>
              <th scope="row" class="w-28 py-1 text-left font-normal text-ink-soft">
                {day}
              </th>
              <td class="py-1">
                <span class="flex items-center gap-2">
                  <meter class="h-2 min-w-0 flex-1" min={0} max={most} value={calls} aria-hidden="true" />
                  <span class="w-16 text-right tabular-nums">{calls.toLocaleString()}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
