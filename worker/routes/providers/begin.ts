import { beginAtProviderBodySchema, providerStartSchema } from '#core/contract/providers';
import type { Application } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { setProviderCookie } from '../../http/provider-cookie.ts';
import { beginAtProvider } from '../../services/providers/begin.ts';
import { providerParameters } from './parameters.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'post',
    path: '/auth/providers/{provider}/begin',
    operationId: 'beginAtProvider',
    tags: ['Identity'],
    summary: 'Start signing in with an identity provider',
    description: 'For browsers. A cookie binds the sign-in to the browser.',
    request: {
      params: providerParameters,
      body: { required: true, content: { 'application/json': { schema: beginAtProviderBodySchema } } },
    },
    responses: {
      200: json('Where to go', providerStartSchema),
      ...problems({ 404: 'No such provider', 429: 'Too many attempts', 503: 'The provider does not answer' }),
    },
  },
);

export function mountBeginAtProvider(app: Application): void {
  app.openapi(route, async (c) => {
    const context = c.get('context');
    const { provider } = c.req.valid('param');
    const start = await beginAtProvider(context, provider, c.req.valid('json').return_to, null);
    setProviderCookie(c, start.browserSecret, context.dependencies.settings.PROVIDER_SIGN_IN_SECONDS);
    return c.json({ authorization_url: start.url }, 200);
  });
}
