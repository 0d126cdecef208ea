import { z } from '@hono/zod-openapi';
import { type DocumentWithResult, documentWithResultSchema } from '#core/contract/documents';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { storedJson } from '../../http/stored-json.ts';
import { withResult } from '../../http/with-result.ts';
import { readDocument } from '../../services/documents/read.ts';
import { documentParameters } from './parameters.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/documents/{id}',
    operationId: 'getDocument',
    tags: ['Documents'],
    summary: 'Get a document and its result',
    description:
      'A result that is too large to embed is replaced by `result_omitted`, which names the address of the full result.',
    request: {
      params: documentParameters,
      query: z.object({
        include: z
          .enum(['result', 'none'])
          .default('result')
          .openapi({ description: '`none` omits the result, which makes polling cheaper' }),
      }),
    },
    responses: {
      200: json('The document', documentWithResultSchema),
      ...problems({ 404: 'Not found', 410: 'The result is damaged in storage' }),
    },
  },
);

export function mountGetDocument(app: Application): void {
  app.openapi(route, async (c) => {
    const isWanted = c.req.valid('query').include === 'result';
    const { document, result } = await readDocument(signedIn(c), c.req.valid('param').id, isWanted);
    if (result === null) return c.json(document, 200);
    return storedJson<DocumentWithResult>(withResult(document, result));
  });
}
