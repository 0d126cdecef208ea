import { signInOptionsSchema } from '#core/contract/providers';
import type { Application } from '../../http/application.ts';
import { json, operation } from '../../http/operation.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'get',
    path: '/auth/options',
    operationId: 'signInOptions',
    tags: ['Identity'],
    summary: 'Get the sign-in options: providers and whether registration is open',
    responses: { 200: json('What a sign-in page shows', signInOptionsSchema) },
  },
);

export function mountSignInOptions(app: Application): void {
  app.openapi(route, (c) => {
    const { identityProviders, signInPolicy, settings } = c.get('context').dependencies;
    const providers = identityProviders.map(({ id, name }) => ({ id, name }));
    const { registration } = signInPolicy;
    return c.json({ registration, password_min_length: settings.PASSWORD_MIN_LENGTH, providers }, 200);
  });
}
