import { readServerSettings } from '../../api/administration.ts';
import { LoadFrame } from '../../components/load-frame.tsx';
import { useLoad } from '../../state/use-load.ts';

export function SettingsSection() {
  const [settings, reload] = useLoad(readServerSettings);
  return (
    <LoadFrame loaded={settings} what="the settings" onRetry={reload}>
      {({ data }) => (
        <section aria-label="Settings">
          <p class="mb-3 text-ink-soft text-sm">
            Set by environment variables of the deployment. Secrets are never shown.
          </p>
          <ul class="card">
            {data.map(({ name, value, is_default, meaning }) => (
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
      )}
    </LoadFrame>
  );
}
