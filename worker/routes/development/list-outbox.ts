import { developmentMailListSchema, developmentMailQuerySchema } from '#core/contract/development-mails';
import type { Application } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { listOutbox } from '../../services/mail/list-outbox.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'get',
    path: '/dev/outbox',
    operationId: 'listDevelopmentMails',
    tags: ['Development'],
    summary: 'List emails kept by a development server',
    description: 'Only available on the machine the server runs on, and never in production.',
    request: { query: developmentMailQuerySchema },
    responses: {
      200: json('One page, the newest first', developmentMailListSchema),
      ...problems({ 404: 'A production server, or another machine' }),
    },
  },
);

export function mountListDevelopmentMails(app: Application): void {
  app.openapi(route, async (c) => c.json(await listOutbox(c.get('context'), c.req.valid('query')), 200));
}
