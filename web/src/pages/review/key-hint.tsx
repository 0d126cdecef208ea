import { keyLabel } from '../../state/key-chords.ts';
import { onApple } from '../../state/platform.ts';

/** The key of a button. Hidden where there is no keyboard. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span aria-hidden="true" class="key pointer-coarse:hidden">
      {keyLabel(keys, onApple)}
    </span>
  );
}
