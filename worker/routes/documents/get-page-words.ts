import { type PageWords, pageWordsSchema } from '#core/contract/result';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { storedJson } from '../../http/stored-json.ts';
import { readPageWords } from '../../services/documents/read-content.ts';
import { pageParameters } from './parameters.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/documents/{id}/pages/{page}/words',
    operationId: 'getPageWords',
    tags: ['Documents'],
    summary: 'Get the words of a page and their bounding boxes',
    request: { params: pageParameters },
    responses: {
      200: json('The words', pageWordsSchema),
      ...problems({ 404: 'No such document or page', 409: 'Still being processed' }),
    },
  },
);

export function mountGetPageWords(app: Application): void {
  app.openapi(route, async (c) => {
    const { id, page } = c.req.valid('param');
    const words = await readPageWords(signedIn(c), id, page);
    return storedJson<PageWords>(`{"page":${page},"words":${words}}`);
  });
}
