import { exportListSchema } from '#core/contract/exports';
import { pageQuerySchema } from '#core/contract/list';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listOwnExports } from '../../services/exports/list.ts';

const route = operation(
  { permission: 'documents.export', tenant: 'organization' },
  {
    method: 'get',
    path: '/exports',
    operationId: 'listExports',
    tags: ['Exports'],
    summary: 'List exports, newest first',
    request: { query: pageQuerySchema },
    responses: { 200: json('One page', exportListSchema) },
  },
);

export function mountListExports(app: Application): void {
  app.openapi(route, async (c) => c.json(await listOwnExports(signedIn(c), c.req.valid('query')), 200));
}
