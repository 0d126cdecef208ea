import { documentResponseSchema, reprocessBodySchema } from '#core/contract/review';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { reprocessDocument } from '../../services/review/reprocess.ts';
import { documentParameters } from '../documents/parameters.ts';

const route = operation(
  { permission: 'documents.reprocess', tenant: 'workspace' },
  {
    method: 'post',
    path: '/documents/{id}/reprocess',
    operationId: 'reprocessDocument',
    tags: ['Review'],
    summary: 'Process a document again',
    description:
      'Starts a new run; the results of earlier runs stay readable. Confirmed values are kept unless `keep_confirmed` is false.',
    request: {
      params: documentParameters,
      body: { required: false, content: { 'application/json': { schema: reprocessBodySchema } } },
    },
    responses: {
      200: json('The document as it is now', documentResponseSchema),
      ...problems({ 404: 'Not found', 409: 'Not possible in the document’s state, or locked by another person' }),
    },
  },
);

export function mountReprocessDocument(app: Application): void {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const body = c.req.valid('json');
    return c.json(
      {
        document: await reprocessDocument(signedIn(c), id, {
          keepConfirmed: body.keep_confirmed ?? true,
          documentType: body.document_type,
        }),
      },
      200,
    );
  });
}
