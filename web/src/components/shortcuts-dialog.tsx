import { keyLabel } from '../state/key-chords.ts';
import { onApple } from '../state/platform.ts';
import { shortcutSets } from '../state/shortcuts.ts';
import { Dialog } from './dialog.tsx';

/** The keyboard shortcuts that the current page has registered. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  // Those of the open mode first, those of the whole application last.
  const shown = shortcutSets.value
    .toReversed()
    .flat()
    .filter(({ label }) => label !== '');
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <dl class="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2.5">
        {shown.map(({ keys, label }) => (
          <div class="contents" key={label}>
            <dt class="flex gap-1">
              {keys.map((key) => (
                <kbd class="key" key={key}>
                  {keyLabel(key, onApple)}
                </kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
