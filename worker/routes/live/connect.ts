import { AppError } from '#core/platform/errors';
import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { connectLive } from '../../services/connect-live.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/live',
    operationId: 'live',
    tags: ['Live'],
    summary: 'A WebSocket with hints about what changes: `document.updated`, `document.progress`',
    description: 'Losing a message is harmless: read again. Send `ping` to keep the connection; `pong` comes back.',
    responses: { 101: { description: 'The socket' }, ...problems({ 400: 'Not a WebSocket handshake' }) },
  },
);

export function mountLive(app: Application): void {
  app.openapi(route, (c) => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
      throw new AppError('bad_request', 'This address answers a WebSocket handshake only.');
    }
    return connectLive(signedIn(c), c.req.raw);
  });
}
