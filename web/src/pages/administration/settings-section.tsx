import { readServerSettings } from '../../api/administration.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { useLoad } from '../../state/use-load.ts';

export function SettingsSection() {
  const [settings, reload] = useLoad(readServerSettings);
  if (settings.state === 'loading') return <div class="skeleton h-5" role="status" aria-label="Loading the settings" />;
  if (settings.state === 'failed') return <FailurePanel failure={settings.failure} onRetry={reload} />;
  return (
    <section aria-label="Settings">
      <p class="mb-3 text-ink-soft text-sm">Set in the deployment's variables; secrets are never shown.</p>
      <ul class="card">
        {settings.value.data.map(({ name, value, is_default, meaning }) => (
          <li
            key={name}
            class="grid grid-cols-1 gap-x-4 border-line border-b px-5 py-3 last:border-b-0 sm:grid-cols-[2fr_1fr]"
          >
            <span>
              <code class="break-all text-sm">{name}</code>
              <span class="block text-ink-faint text-sm">{meaning}</span>
            </span>
            <span class="break-all sm:text-right">
              {value ?? (is_default ? 'not set' : '••••••')}
              {!is_default && value !== null && <span class="ml-2 text-review text-sm">changed</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
