import { type Application, signedIn } from '../../http/application.ts';
import { attachment } from '../../http/attachment.ts';
import { operation, problems } from '../../http/operation.ts';
import { openOriginal } from '../../services/documents/read-content.ts';
import { documentParameters } from './parameters.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/documents/{id}/original',
    operationId: 'getOriginal',
    tags: ['Documents'],
    summary: 'Download the original file',
    request: { params: documentParameters },
    responses: {
      200: {
        description: 'The original',
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
      },
      ...problems({ 404: 'Not found', 410: 'The original is missing or damaged' }),
    },
  },
);

/** Always served as a download and never with a type that browsers execute, because the content is untrusted. */
export function mountGetOriginal(app: Application): void {
  app.openapi(route, async (c) => {
    const { row, body } = await openOriginal(signedIn(c), c.req.valid('param').id);
    return new Response(body, {
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(row.fileSize),
        'content-disposition': attachment(row.name),
        etag: `"${row.sha256}"`,
      },
    });
  });
}
