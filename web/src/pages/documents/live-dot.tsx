import type { LiveState } from '../../api/live-socket.ts';
import { liveState } from '../../state/live.ts';

const LOOKS: Readonly<Record<LiveState, readonly [label: string, meaning: string, tone: string]>> = {
  open: ['Live', 'Changes appear by themselves.', 'bg-proved'],
  connecting: ['Connecting', 'Changes appear by themselves in a moment.', 'bg-line-strong'],
  down: ['Every few seconds', 'The live connection is down; the list asks again every few seconds.', 'bg-review'],
};

/** Says whether the list is current, quietly. */
export function LiveDot() {
  const [label, meaning, tone] = LOOKS[liveState.value];
  return (
    <span class="hidden items-center gap-1.5 px-2 text-ink-faint text-sm sm:flex" title={meaning}>
      <span class={`size-2 rounded-full ${tone}`} aria-hidden="true" />
      {label}
    </span>
  );
}
