import { EVERY_CHARACTER } from '../../state/key-chords.ts';
import { useShortcuts } from '../../state/shortcuts.ts';
import type { NewValue } from './corrections.ts';
import type { WordPicker } from './word-picker.ts';
import type { WordStep } from './word-picking.ts';

const STEPS: Readonly<Record<string, WordStep>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'start',
  End: 'end',
};

/** The keys of word mode, and what has been found so far. Mounted while it is on. */
export function WordKeys({
  picker,
  label,
  onTake,
}: {
  readonly picker: WordPicker;
  readonly label: string;
  readonly onTake: (value: NewValue) => void;
}) {
  const take = () => picker.take(onTake);
  const extends_ = Object.keys(STEPS).map((key) => `Shift+${key}`);
  useShortcuts([
    {
      keys: extends_.slice(0, 4),
      label: 'Select more words',
      run: ({ key }) => picker.move(STEPS[key] ?? 'left', true),
    },
    { keys: extends_.slice(4), label: '', run: ({ key }) => picker.move(STEPS[key] ?? 'left', true) },
    {
      keys: Object.keys(STEPS),
      label: 'Go from word to word',
      run: ({ key }) => picker.move(STEPS[key] ?? 'left', false),
    },
    { keys: ['Enter'], label: 'Take the words', run: take },
    { keys: ['Escape'], label: 'Leave word mode', run: () => picker.stop() },
    { keys: ['Backspace'], label: '', run: () => picker.erase() },
    { keys: ['[', ']'], label: 'Previous or next page', run: ({ key }) => void picker.turn(key === ']' ? 1 : -1) },
    { keys: [EVERY_CHARACTER], label: 'Jump to the word that starts so', run: ({ key }) => picker.type(key) },
  ]);
  const selected = picker.selection.value;
  const typed = picker.cursor.value?.typed ?? '';
  return (
    <div class="flex shrink-0 items-center gap-3 border-line border-b bg-accent-soft px-4 py-2 text-sm" role="status">
      <span class="min-w-0 flex-1 truncate">
        <span class="font-semibold">{label}:</span>{' '}
        {selected === null ? 'Loading the words of the page…' : <q>{selected.text}</q>}
        {typed !== '' && <span class="text-ink-soft"> · typed {typed}</span>}
      </span>
      <button type="button" class="button min-h-8" onClick={take}>
        Take
      </button>
      <button type="button" class="button button-quiet min-h-8" onClick={() => picker.stop()}>
        Cancel
      </button>
    </div>
  );
}
