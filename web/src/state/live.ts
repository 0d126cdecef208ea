import { signal } from '@preact/signals';
import type { LiveMessage } from '#core/domain/live';
import { type LiveState, openLiveSocket } from '../api/live-socket.ts';

/** The state of the live connection. While it is down, pages poll. */
export const liveState = signal<LiveState>('connecting');

type Listener = (message: LiveMessage) => void;

const listeners = new Set<Listener>();
let socket: { readonly close: () => void } | null = null;

/** Subscribes to live messages. One socket is shared and open while there are listeners. Returns the unsubscribe function. */
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
