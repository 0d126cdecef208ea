import { correctedResultSchema } from '#core/contract/corrections';
import { correctResultBodySchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { correctDocument } from '../../services/documents/correct-result.ts';
import { documentParameters } from './parameters.ts';

const route = operation(
  { permission: 'documents.update', tenant: 'workspace' },
  {
    method: 'patch',
    path: '/documents/{id}/result',
    operationId: 'correctResult',
    tags: ['Review'],
    summary: 'Correct and confirm values of the result',
    description:
      'Sets, clears or confirms fields, marks them absent, and edits the rows. All of it is applied or none. Checks run again.',
    request: {
      params: documentParameters,
      body: { required: true, content: { 'application/json': { schema: correctResultBodySchema } } },
    },
    responses: {
      200: json('The result in its new version, and the document', correctedResultSchema),
      ...problems({
        404: 'No such document, or it has no result',
        409: 'Another version, a status without review, or locked by somebody else',
        410: 'The result is damaged in storage',
      }),
    },
  },
);

export function mountCorrectResult(app: Application): void {
  app.openapi(route, async (c) =>
    c.json(await correctDocument(signedIn(c), c.req.valid('param').id, c.req.valid('json')), 200),
  );
}
