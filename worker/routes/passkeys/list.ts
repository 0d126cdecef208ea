import { passkeyListSchema } from '#core/contract/passkeys';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { listOwnPasskeys } from '../../services/passkeys/list.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'get',
    path: '/auth/passkeys',
    operationId: 'listPasskeys',
    tags: ['Identity'],
    summary: 'List your passkeys',
    responses: { 200: json('List your passkeys', passkeyListSchema), ...problems({}) },
  },
);

export function mountListPasskeys(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await listOwnPasskeys(signedIn(c)), 200);
  });
}
