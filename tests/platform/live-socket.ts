import { PATIENCE_MS } from '#core/testing/patience';

export interface LiveSocket {
  /** The first message that matches, among those received and those still to come. */
  until(wanted: (message: unknown) => boolean, withinMilliseconds?: number): Promise<unknown>;
  /** Resolves when the server or `close` has closed it. */
  readonly closed: Promise<void>;
  close(): void;
}

/** Opens the live socket like an API client, with its key in the header. */
export async function openLiveSocket(address: string, token: string): Promise<LiveSocket> {
  const url = `${address.replace(/^http/, 'ws')}/api/v1/live`;
  // Node's WebSocket accepts headers in its second argument; the browser types only allow protocols.
  const socket: unknown = Reflect.construct(WebSocket, [url, { headers: { authorization: `Bearer ${token}` } }]);
  if (!(socket instanceof WebSocket)) throw new TypeError('this Node has no WebSocket');
  const received: unknown[] = [];
  const waiting = new Set<() => void>();
  socket.addEventListener('message', (event: MessageEvent<unknown>) => {
    received.push(typeof event.data === 'string' && event.data.startsWith('{') ? JSON.parse(event.data) : event.data);
    for (const wake of waiting) wake();
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error(`no socket at ${url}`)));
  });
  const closed = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve()));
  return {
    closed,
    close: () => socket.close(),
    until: (wanted, withinMilliseconds = PATIENCE_MS) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`no such message within ${withinMilliseconds} ms; received ${JSON.stringify(received)}`));
        }, withinMilliseconds);
        const look = (): void => {
          const found = received.find(wanted);
          if (found === undefined) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}
