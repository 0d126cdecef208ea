import { exportSchema } from '#core/contract/exports';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { readExport } from '../../services/exports/list.ts';
import { exportParameters } from './parameters.ts';

const route = operation(
  { permission: 'documents.export', tenant: 'organization' },
  {
    method: 'get',
    path: '/exports/{id}',
    operationId: 'getExport',
    tags: ['Exports'],
    summary: 'Get an export and its progress',
    request: { params: exportParameters },
    responses: { 200: json('The export', exportSchema), ...problems({ 404: 'Not found' }) },
  },
);

export function mountGetExport(app: Application): void {
  app.openapi(route, async (c) => c.json(await readExport(signedIn(c), c.req.valid('param').id), 200));
}
