import { refreshBodySchema, signedInSchema } from '#core/contract/identity';
import { answerSignIn } from '../../http/answer-sign-in.ts';
import type { Application } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { readRefreshToken } from '../../http/read-refresh-token.ts';
import { refreshSession } from '../../services/identity/refresh-session.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'post',
    path: '/auth/refresh',
    operationId: 'refresh',
    tags: ['Identity'],
    summary: 'Exchange a refresh token for a new token pair',
    description: 'Without a body, the refresh cookie is used. Reusing a refresh token ends the session.',
    request: { body: { content: { 'application/json': { schema: refreshBodySchema } } } },
    responses: {
      200: json('A new pair', signedInSchema),
      ...problems({ 401: 'No valid refresh token', 409: 'Used a moment ago: use the one that replaced it' }),
    },
  },
);

export function mountRefresh(app: Application): void {
  app.openapi(route, async (c) => {
    const { token, mode } = readRefreshToken(c, c.req.valid('json').refresh_token);
    return c.json(answerSignIn(c, mode, await refreshSession(c.get('context'), token)), 200);
  });
}
