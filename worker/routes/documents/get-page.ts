import { type Application, signedIn } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { openPicture } from '../../services/documents/read-content.ts';
import { pageParameters } from './parameters.ts';

const route = operation(
  { permission: 'documents.read', tenant: 'workspace' },
  {
    method: 'get',
    path: '/documents/{id}/pages/{page}',
    operationId: 'getPagePicture',
    tags: ['Documents'],
    summary: 'Get a page image',
    description: 'Pages marked `laid_out` in the result have words but no image; requesting one returns 415.',
    request: { params: pageParameters },
    responses: {
      200: { description: 'PNG', content: { 'image/png': { schema: { type: 'string', format: 'binary' } } } },
      ...problems({ 404: 'No such document or page', 409: 'Not read yet', 415: 'The page has no picture' }),
    },
  },
);

/** Pages never change once stored, so the browser may cache them, but only privately because they are tenant data. */
export function mountGetPagePicture(app: Application): void {
  app.openapi(route, async (c) => {
    const { id, page } = c.req.valid('param');
    const picture = await openPicture(signedIn(c), id, page);
    return new Response(picture, {
      headers: { 'content-type': 'image/png', 'cache-control': 'private, max-age=86400, immutable' },
    });
  });
}
