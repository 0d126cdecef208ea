import { reconfirmBodySchema, totpProposalSchema } from '#core/contract/mfa';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { proposeOwnTotp } from '../../services/mfa/propose-totp.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'post',
    path: '/auth/mfa/totp',
    operationId: 'proposeTotp',
    tags: ['Identity'],
    summary: 'Start setting up an authenticator app',
    description: 'Requires your password or a second factor. The secret takes effect when a code confirms it.',
    request: { body: { required: true, content: { 'application/json': { schema: reconfirmBodySchema } } } },
    responses: {
      200: json('The secret for the app', totpProposalSchema),
      ...problems({ 409: 'There is one already', 503: 'Too many sign-ins at this moment' }),
    },
  },
);

export function mountProposeTotp(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await proposeOwnTotp(signedIn(c), c.req.valid('json')), 200);
  });
}
