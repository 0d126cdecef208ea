import type { LiveState } from '../../api/live-socket.ts';
import { liveState } from '../../state/live.ts';

const LOOKS: Readonly<Record<LiveState, readonly [label: string, meaning: string, tone: string]>> = {
  open: ['Live', 'Changes appear immediately.', 'bg-proved'],
  connecting: ['Connecting', 'Connecting to live updates.', 'bg-line-strong'],
  down: ['Polling', 'The live connection is down; the list refreshes every few seconds.', 'bg-review'],
};

/** Shows how the list is kept current. */
export function LiveDot() {
  const [label, meaning, tone] = LOOKS[liveState.value];
  return (
    <span class="hidden items-center gap-1.5 px-2 text-ink-faint text-sm sm:flex" title={meaning}>
      <span class={`size-2 rounded-full ${tone}`} aria-hidden="true" />
      {label}
    </span>
  );
}
