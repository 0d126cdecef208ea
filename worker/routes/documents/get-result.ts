import { type Result, resultSchema } from '#core/contract/result';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { storedJson } from '../../http/stored-json.ts';
import { openResult } from '../../services/documents/read-result.ts';
import { documentParameters } from './parameters.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/documents/{id}/result',
    operationId: 'getResult',
    tags: ['Documents'],
    summary: 'Get the result: fields, line items, checks and evidence',
    request: { params: documentParameters },
    responses: {
      200: json('The result', resultSchema),
      ...problems({
        404: 'No such document, or it failed',
        409: 'Still being processed',
        410: 'The result is damaged in storage',
      }),
    },
  },
);

export function mountGetResult(app: Application): void {
  app.openapi(route, async (c) => {
    const { body, etag } = await openResult(signedIn(c), c.req.valid('param').id);
    return storedJson<Result>(body, { etag });
  });
}
