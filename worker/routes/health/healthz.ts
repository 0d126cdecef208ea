import { z } from '@hono/zod-openapi';
import type { Application } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'get',
    path: '/healthz',
    operationId: 'health',
    tags: ['Health'],
    summary: 'Check that the API Worker is alive; performs no I/O',
    responses: { 200: json('Alive', z.object({ status: z.literal('ok') }).openapi('Health')) },
  },
);

export function mountHealthz(app: Application): void {
  app.openapi(route, (c) => c.json({ status: 'ok' as const }, 200));
}
