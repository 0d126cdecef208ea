import { exports } from 'cloudflare:workers';
import { ORIGIN } from './call.ts';

export interface LiveWatch {
  /** All messages so far, as text. */
  readonly heard: readonly string[];
  /** Resolves to the close code. */
  readonly closed: Promise<number>;
  isOpen(): boolean;
  close(): void;
}

/** Opens the live socket with an access token or an API key. */
export async function watchLive(token: string, headers: Readonly<Record<string, string>> = {}): Promise<LiveWatch> {
  const response = await exports.default.fetch(`${ORIGIN}/api/v1/live`, {
    headers: { ...headers, upgrade: 'websocket', authorization: `Bearer ${token}` },
  });
  const socket = response.webSocket;
  if (!socket) throw new Error(`the handshake answered ${response.status}`);
  const heard: string[] = [];
  let open = true;
  socket.addEventListener('message', (event) => void heard.push(String(event.data)));
  const closed = new Promise<number>((resolve) =>
    socket.addEventListener('close', (event) => {
      open = false;
      resolve(event.code);
    }),
  );
  socket.accept();
  return { heard, closed, isOpen: () => open, close: () => socket.close(1000) };
}
