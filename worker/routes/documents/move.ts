import { documentSchema, moveDocumentBodySchema } from '#core/contract/documents';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { moveVisibleDocument } from '../../services/documents/move.ts';
import { documentParameters } from './parameters.ts';

const route = operation(
  { permission: 'documents.update', tenant: 'workspace' },
  {
    method: 'post',
    path: '/documents/{id}/move',
    operationId: 'moveDocument',
    tags: ['Documents'],
    summary: 'Move a document to another workspace or out of its workspace',
    description: 'Also requires `documents.create` in the target workspace.',
    request: {
      params: documentParameters,
      body: { required: true, content: { 'application/json': { schema: moveDocumentBodySchema } } },
    },
    responses: {
      200: json('The document where it lies now', documentSchema),
      ...problems({ 404: 'Not found', 409: 'Still processed, or changed meanwhile' }),
    },
  },
);

export function mountMoveDocument(app: Application): void {
  app.openapi(route, async (c) => {
    const { workspace_id } = c.req.valid('json');
    return c.json(await moveVisibleDocument(signedIn(c), c.req.valid('param').id, workspace_id), 200);
  });
}
