import { signal } from '@preact/signals';
import type { LiveMessage } from '#core/domain/live';
import { type LiveState, openLiveSocket } from '../api/live-socket.ts';

/** Whether news arrives by itself. While it does not, pages ask again on a timer. */
export const liveState = signal<LiveState>('connecting');

type Listener = (message: LiveMessage) => void;

const listeners = new Set<Listener>();
let socket: { readonly close: () => void } | null = null;

/** One socket serves the whole page; it is open while anything listens. Returns the way to stop listening. */
export function listenLive(listener: Listener): () => void {
  listeners.add(listener);
  socket ??= openLiveSocket({
    onMessage: (message) => {
      for (const each of [...listeners]) each(message);
    },
    onState: (state) => {
      liveState.value = state;
    },
  });
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    socket?.close();
    socket = null;
  };
}
