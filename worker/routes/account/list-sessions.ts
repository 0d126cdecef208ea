import { sessionListSchema } from '#core/contract/account';
import { pageQuerySchema } from '#core/contract/list';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { listOwnSessions } from '../../services/identity/list-sessions.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'get',
    path: '/auth/sessions',
    operationId: 'listSessions',
    tags: ['Identity'],
    summary: 'List your sessions',
    request: { query: pageQuerySchema },
    responses: { 200: json('One page, the newest sign-in first', sessionListSchema) },
  },
);

export function mountListSessions(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await listOwnSessions(signedIn(c), c.req.valid('query')), 200);
  });
}
