import { acceptedDocumentSchema, type ProcessedDocument, processedDocumentSchema } from '#core/contract/documents';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { readUpload } from '../../http/read-upload.ts';
import { storedJson } from '../../http/stored-json.ts';
import { withResult } from '../../http/with-result.ts';
import { processDocumentNow } from '../../services/documents/process-now.ts';
import { uploadBody, uploadHeaders } from './upload-request.ts';

const route = operation(
  { permission: 'documents.create', tenant: 'workspace' },
  {
    method: 'post',
    path: '/inference/process-document',
    operationId: 'processDocument',
    tags: ['Documents'],
    summary: 'Upload a document and get its result in the same response',
    description:
      'A file that cannot be read answers with its typed reason and the `document_id`: the original is kept. A result that is too large to embed is replaced by `result_omitted`, which names the address of the full result.',
    request: { headers: uploadHeaders, body: uploadBody },
    responses: {
      200: json('The finished result', processedDocumentSchema),
      202: json('Not ready within the budget; it goes on behind the answer', acceptedDocumentSchema),
      ...problems({ 413: 'The file is too large', 415: 'Not a kind of file that is read' }),
    },
  },
);

export function mountProcessDocument(app: Application): void {
  app.openapi(route, async (c) => {
    const context = signedIn(c);
    const upload = await readUpload(c.req.raw);
    const answer = await processDocumentNow(context, upload);
    return answer.ready
      ? storedJson<ProcessedDocument>(withResult({ document: answer.document }, answer.result))
      : c.json(answer.accepted, 202);
  });
}
