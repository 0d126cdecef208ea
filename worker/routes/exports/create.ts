import { createExportBodySchema, exportSchema } from '#core/contract/exports';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { createExport } from '../../services/exports/create.ts';

const route = operation(
  { permission: 'documents.export', tenant: 'organization' },
  {
    method: 'post',
    path: '/exports',
    operationId: 'createExport',
    tags: ['Exports'],
    summary: 'Export documents in the background',
    description:
      'Takes the named documents, those of a batch, or those that fit a filter. A document leaves with one export only, unless `include_exported` is set. See docs/exports.md.',
    request: { body: { required: true, content: { 'application/json': { schema: createExportBodySchema } } } },
    responses: { 202: json('The export', exportSchema), ...problems({ 409: 'Too many are under way' }) },
  },
);

export function mountCreateExport(app: Application): void {
  app.openapi(route, async (c) => c.json(await createExport(signedIn(c), c.req.valid('json')), 202));
}
