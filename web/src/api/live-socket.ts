import type { LiveMessage } from '#core/domain/live';
import { API_BASE } from './request.ts';

export type LiveState = 'connecting' | 'open' | 'down';

export interface LiveSocketEvents {
  readonly onMessage: (message: LiveMessage) => void;
  readonly onState: (state: LiveState) => void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** Milliseconds to wait after `failures` failures (from 1): exponential backoff with jitter, `share` in [0, 1). */
export function waitBeforeRetry(failures: number, share: number): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
  return Math.round(longest / 2 + (longest / 2) * share);
}

/** Returns null for versions and kinds that only newer clients know. */
export function parseLiveMessage(text: string): LiveMessage | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof value !== 'object' || value === null || !('v' in value) || value.v !== 1) return null;
  const known = 'type' in value && (value.type === 'document.updated' || value.type === 'document.progress');
  return known && 'document_id' in value ? (value as LiveMessage) : null;
}

/** Keeps a socket for live messages open until `close` is called. Messages are hints to reload. */
export function openLiveSocket(events: LiveSocketEvents): { readonly close: () => void } {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let closed = false;

  const connect = (): void => {
    events.onState('connecting');
    const current = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${API_BASE}/live`);
    socket = current;
    current.addEventListener('open', () => {
      failures = 0;
      events.onState('open');
    });
    current.addEventListener('message', (event: MessageEvent<unknown>) => {
      const message = typeof event.data === 'string' ? parseLiveMessage(event.data) : null;
      if (message) events.onMessage(message);
    });
    current.addEventListener('close', () => {
      if (closed) return;
      failures += 1;
      events.onState('down');
      timer = setTimeout(connect, waitBeforeRetry(failures, Math.random()));
    });
  };

  connect();
  return {
    close: () => {
      closed = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}
