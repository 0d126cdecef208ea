import { mfaTokenBodySchema, totpProposalSchema } from '#core/contract/mfa';
import type { Application } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { beginSetUp } from '../../services/mfa/set-up-at-sign-in.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'post',
    path: '/auth/mfa/setup',
    operationId: 'beginMfaSetup',
    tags: ['Identity'],
    summary: 'Start the second-factor set-up required by a sign-in',
    request: { body: { required: true, content: { 'application/json': { schema: mfaTokenBodySchema } } } },
    responses: {
      200: json('The secret for an authenticator app', totpProposalSchema),
      ...problems({ 401: 'The sign-in took too long', 409: 'Set up meanwhile' }),
    },
  },
);

export function mountBeginMfaSetup(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await beginSetUp(c.get('context'), c.req.valid('json').mfa_token), 200);
  });
}
