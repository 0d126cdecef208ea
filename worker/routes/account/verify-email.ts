import { verifyEmailBodySchema } from '#core/contract/account';
import type { Application } from '../../http/application.ts';
import { operation, problems } from '../../http/operation.ts';
import { verifyEmail } from '../../services/identity/verify-email.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'post',
    path: '/auth/verify-email',
    operationId: 'verifyEmail',
    tags: ['Identity'],
    summary: 'Confirm an e-mail address by a mailed link',
    request: { body: { required: true, content: { 'application/json': { schema: verifyEmailBodySchema } } } },
    responses: { 204: { description: 'Confirmed' }, ...problems({ 410: 'The link no longer works' }) },
  },
);

export function mountVerifyEmail(app: Application): void {
  app.openapi(route, async (c) => {
    await verifyEmail(c.get('context'), c.req.valid('json').token);
    return c.body(null, 204);
  });
}
