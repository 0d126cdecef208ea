import { eventListQuerySchema, eventListSchema } from '#core/contract/events';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listVisibleEvents } from '../../services/events/list.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'organization' },
  {
    method: 'get',
    path: '/events',
    operationId: 'listEvents',
    tags: ['Webhooks'],
    summary: 'List events, oldest first',
    description:
      'The events that webhooks deliver, also while no endpoint is active. Keep the id of the last event you have processed and continue with `after`.',
    request: { query: eventListQuerySchema },
    responses: { 200: json('One page', eventListSchema) },
  },
);

export function mountListEvents(app: Application): void {
  app.openapi(route, async (c) => c.json(await listVisibleEvents(signedIn(c), c.req.valid('query')), 200));
}
