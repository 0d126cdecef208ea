import { documentEventsSchema } from '#core/contract/documents';
import { pageQuerySchema } from '#core/contract/list';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { listDocumentEvents } from '../../services/documents/list-events.ts';
import { documentParameters } from './parameters.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/documents/{id}/events',
    operationId: 'listDocumentEvents',
    tags: ['Documents'],
    summary: 'List the audit events of a document, newest first',
    request: { params: documentParameters, query: pageQuerySchema },
    responses: { 200: json('One page', documentEventsSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountListDocumentEvents(app: Application): void {
  app.openapi(route, async (c) => {
    const events = await listDocumentEvents(signedIn(c), c.req.valid('param').id, c.req.valid('query'));
    return c.json(events, 200);
  });
}
