import type { ApiKeyUsageView, ApiKeyView } from '#core/contract/api-keys';
import { readApiKeyUsage } from '../../api/api-keys.ts';
import { Dialog } from '../../components/dialog.tsx';
import { LoadFrame } from '../../components/load-frame.tsx';
import { useLoad } from '../../state/use-load.ts';

/** API calls per day. */
export function KeyUsageDialog({ apiKey, onClose }: { readonly apiKey: ApiKeyView; readonly onClose: () => void }) {
  const [usage, reload] = useLoad((signal) => readApiKeyUsage(apiKey.id, signal));
  return (
    <Dialog title={`Usage of “${apiKey.name}”`} onClose={onClose}>
      <LoadFrame loaded={usage} what="the usage" onRetry={reload}>
        {(value) => <Days usage={value} />}
      </LoadFrame>
    </Dialog>
  );
}

function Days({ usage }: { readonly usage: ApiKeyUsageView }) {
  if (usage.days.length === 0) return <p class="text-ink-soft">No API calls in the last 90 days.</p>;
  const most = Math.max(...usage.days.map((each) => each.calls));
  return (
    <div class="flex flex-col gap-3">
      <p>
        <span class="font-semibold">{usage.calls.toLocaleString()}</span> calls in the last 90 days. Recent calls may
        take a minute to appear.
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
