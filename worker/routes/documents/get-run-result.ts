import { type Result, resultSchema } from '#core/contract/result';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { storedJson } from '../../http/stored-json.ts';
import { openRunResult } from '../../services/documents/read-run-result.ts';
import { runParameters } from './parameters.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/documents/{id}/runs/{job_id}/result',
    operationId: 'getRunResult',
    tags: ['Review'],
    summary: 'Get the result of one run, in its last version',
    request: { params: runParameters },
    responses: {
      200: json('The result', resultSchema),
      ...problems({
        404: 'No such document or run, or the run has no result',
        410: 'The result is damaged in storage',
      }),
    },
  },
);

export function mountGetRunResult(app: Application): void {
  app.openapi(route, async (c) => {
    const { id, job_id } = c.req.valid('param');
    const { body, etag } = await openRunResult(signedIn(c), id, job_id);
    return storedJson<Result>(body, { etag });
  });
}
