import { acceptedSchema, forgotPasswordBodySchema } from '#core/contract/account';
import type { Application } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { forgotPassword } from '../../services/identity/forgot-password.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'post',
    path: '/auth/forgot-password',
    operationId: 'forgotPassword',
    tags: ['Identity'],
    summary: 'Request a password reset link',
    description: 'The response is the same whether or not the account exists.',
    request: { body: { required: true, content: { 'application/json': { schema: forgotPasswordBodySchema } } } },
    responses: { 202: json('Sent, if the address belongs to an account', acceptedSchema) },
  },
);

export function mountForgotPassword(app: Application): void {
  app.openapi(route, async (c) => {
    forgotPassword(c.get('context'), c.req.valid('json').email);
    return c.json({ accepted: true } as const, 202);
  });
}
