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
    summary: 'Open a WebSocket for change notifications: `document.updated`, `document.progress`',
    description:
      'Messages may be lost; read the document again after a reconnect. Send `ping` to keep the connection open; the server replies `pong`.',
    responses: { 101: { description: 'Switching protocols' }, ...problems({ 400: 'Not a WebSocket handshake' }) },
  },
);

export function mountLive(app: Application): void {
  app.openapi(route, (c) => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
      throw new AppError('bad_request', 'This endpoint only accepts WebSocket handshakes.');
    }
    return connectLive(signedIn(c), c.req.raw);
  });
}
