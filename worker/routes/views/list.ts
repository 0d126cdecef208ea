import { viewListSchema } from '#core/contract/views';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listVisibleViews } from '../../services/views/list.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/views',
    operationId: 'listViews',
    tags: ['Views'],
    summary: 'List saved views: your own and the shared ones',
    responses: { 200: json('All of them', viewListSchema) },
  },
);

export function mountListViews(app: Application): void {
  app.openapi(route, async (c) => c.json(await listVisibleViews(signedIn(c)), 200));
}
