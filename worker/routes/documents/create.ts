import { acceptedDocumentSchema } from '#core/contract/documents';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { readUpload } from '../../http/read-upload.ts';
import { uploadDocument } from '../../services/documents/upload.ts';
import { uploadBody, uploadHeaders } from './upload-request.ts';

const route = operation(
  { permission: 'documents.create', tenant: 'workspace' },
  {
    method: 'post',
    path: '/documents',
    operationId: 'createDocument',
    tags: ['Documents'],
    summary: 'Upload a document; the original is stored before the response',
    request: { headers: uploadHeaders, body: uploadBody },
    responses: {
      202: json('Accepted', acceptedDocumentSchema),
      ...problems({ 413: 'The file is too large' }),
    },
  },
);

export function mountCreateDocument(app: Application): void {
  app.openapi(route, async (c) => {
    const context = signedIn(c);
    const upload = await readUpload(c.req.raw);
    return c.json(await uploadDocument(context, upload), 202);
  });
}
