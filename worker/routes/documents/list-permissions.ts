import { documentPermissionsSchema } from '#core/contract/grants';
import { pageQuerySchema } from '#core/contract/list';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { listDocumentPermissions } from '../../services/documents/list-permissions.ts';
import { documentParameters } from './parameters.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/documents/{id}/permissions',
    operationId: 'listDocumentPermissions',
    tags: ['Documents'],
    summary: 'List the effective permissions of each member on a document',
    description: 'Also requires `members.read`.',
    request: { params: documentParameters, query: pageQuerySchema },
    responses: {
      200: json('One page, the first joined first', documentPermissionsSchema),
      ...problems({ 404: 'Not found' }),
    },
  },
);

export function mountListDocumentPermissions(app: Application): void {
  app.openapi(route, async (c) => {
    const list = await listDocumentPermissions(signedIn(c), c.req.valid('param').id, c.req.valid('query'));
    return c.json(list, 200);
  });
}
