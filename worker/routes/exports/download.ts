import { exportedDocumentsSchema } from '#core/contract/exports';
import { type Application, signedIn } from '../../http/application.ts';
import { attachment } from '../../http/attachment.ts';
import { operation, problems } from '../../http/operation.ts';
import { openExportFile } from '../../services/exports/open-file.ts';
import { exportParameters } from './parameters.ts';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;

const route = operation(
  { permission: 'documents.export', tenant: 'organization' },
  {
    method: 'get',
    path: '/exports/{id}/file',
    operationId: 'downloadExport',
    tags: ['Exports'],
    summary: 'Download the file of an export',
    request: { params: exportParameters },
    responses: {
      200: {
        description: 'The file',
        content: {
          'application/json': { schema: exportedDocumentsSchema },
          'application/jsonl': FILE,
          'text/csv': FILE,
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': FILE,
        },
      },
      ...problems({ 404: 'Not found or expired', 409: 'Not finished yet' }),
    },
  },
);

export function mountDownloadExport(app: Application): void {
  app.openapi(route, async (c) => {
    const { name, mediaType, body } = await openExportFile(signedIn(c), c.req.valid('param').id);
    return new Response(body, {
      headers: {
        'content-type': mediaType,
        'content-disposition': attachment(name),
      },
    });
  });
}
