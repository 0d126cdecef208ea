import { updateProfileBodySchema } from '#core/contract/account';
import { userSchema } from '#core/contract/identity';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';
import { updateProfile } from '../../services/identity/update-profile.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'patch',
    path: '/auth/me',
    operationId: 'updateProfile',
    tags: ['Identity'],
    summary: 'Update your name, locale and time zone',
    request: { body: { required: true, content: { 'application/json': { schema: updateProfileBodySchema } } } },
    responses: { 200: json('You, as you are now', userSchema) },
  },
);

export function mountUpdateProfile(app: Application): void {
  app.openapi(route, async (c) => {
    return c.json(await updateProfile(signedIn(c), c.req.valid('json')), 200);
  });
}
