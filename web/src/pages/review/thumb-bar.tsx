import { useState } from 'preact/hooks';
import { choicesOf } from './choices.ts';
import type { DeskActions } from './desk-actions.ts';
import type { Desk } from './desk-state.ts';

/** On phones: what can be done at the active stop, within reach of the thumb. */
export function ThumbBar({
  desk,
  actions,
  onApprove,
}: {
  readonly desk: Desk;
  readonly actions: DeskActions;
  readonly onApprove: () => void;
}) {
  const [tried, setTried] = useState(0);
  const key = desk.active.value;
  const stop = key === null ? null : desk.find(key);
  const open = desk.openKeys.value.size;
  const choices = stop === null ? [] : choicesOf(desk.shown.value, stop);
  const typing = desk.typing.value !== null;
  const button = 'button min-h-12 flex-1 px-2';
  if (stop === null || (open === 0 && !typing)) {
    return (
      <div class="flex shrink-0 gap-2 border-line border-t bg-surface p-2 sm:hidden">
        <button type="button" class={`${button} button-primary`} onClick={onApprove}>
          Approve
        </button>
      </div>
    );
  }
  return (
    <div class="flex shrink-0 gap-2 border-line border-t bg-surface p-2 sm:hidden">
      {stop.target !== null && (
        <button type="button" class={button} onClick={actions.markAbsent}>
          Not there
        </button>
      )}
      {choices.length > 0 && !typing && (
        <button
          type="button"
          class={button}
          onClick={() => {
            // Shows one after the other in the input; Accept takes the one that is shown.
            const choice = choices[tried % choices.length];
            setTried(tried + 1);
            if (choice) actions.startTyping(choice.value);
          }}
        >
          Other value
        </button>
      )}
      {stop.value === null && stop.kind === 'missing' && !typing ? (
        <button type="button" class={`${button} button-primary`} onClick={() => actions.startTyping('')}>
          Enter
        </button>
      ) : (
        <button type="button" class={`${button} button-primary`} onClick={actions.accept}>
          {stop.kind === 'check' ? 'Leave it' : 'Accept'}
        </button>
      )}
    </div>
  );
}
