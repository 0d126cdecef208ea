import { resultVersionListSchema } from '#core/contract/corrections';
import { pageQuerySchema } from '#core/contract/list';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { listResultVersions } from '../../services/documents/list-versions.ts';
import { documentParameters } from './parameters.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/documents/{id}/result/versions',
    operationId: 'listResultVersions',
    tags: ['Review'],
    summary: 'List the corrections of the result, newest first',
    request: { params: documentParameters, query: pageQuerySchema },
    responses: { 200: json('One page', resultVersionListSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountListResultVersions(app: Application): void {
  app.openapi(route, async (c) =>
    c.json(await listResultVersions(signedIn(c), c.req.valid('param').id, c.req.valid('query')), 200),
  );
}
