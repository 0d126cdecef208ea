import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { OpenSocket, SmtpSocket } from '../../worker/services/mail/smtp/connection.ts';

/**
 * `connect` of `cloudflare:sockets` on top of Node's sockets. The sink's certificate is self-signed and not verified.
 */
export const openNodeSocket: OpenSocket = ({ hostname, port }, secureTransport) =>
  wrap(
    secureTransport === 'on'
      ? connectTls({ host: hostname, port, rejectUnauthorized: false })
      : connectTcp({ host: hostname, port }),
  );

function wrap(socket: Socket): SmtpSocket {
  let stop = (): void => undefined;
  const readable = new ReadableStream<Uint8Array>({
    start(controller) {
      const data = (chunk: Buffer): void => controller.enqueue(new Uint8Array(chunk));
      const end = (): void => {
        stop();
        controller.close();
      };
      const fail = (error: Error): void => {
        stop();
        controller.error(error);
      };
      stop = () => {
        socket.off('data', data).off('end', end).off('error', fail);
        // An aborted socket must not end the test process.
        socket.on('error', () => undefined);
      };
      socket.on('data', data).on('end', end).on('error', fail);
    },
  });
  const writable = new WritableStream<Uint8Array>({
    write: (chunk) =>
      new Promise((resolve, reject) => void socket.write(chunk, (error) => (error ? reject(error) : resolve()))),
  });
  return {
    readable,
    writable,
    startTls: () => {
      stop();
      return wrap(connectTls({ socket, rejectUnauthorized: false }));
    },
    close: async () => void socket.destroy(),
  };
}
