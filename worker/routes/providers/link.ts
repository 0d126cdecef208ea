import { beginLinkingBodySchema, providerStartSchema } from '#core/contract/providers';
import { type Application, signedIn } from '../../http/application.ts';
import { json, operation, problems } from '../../http/operation.ts';
import { setProviderCookie } from '../../http/provider-cookie.ts';
import { beginLinking } from '../../services/providers/linked.ts';
import { providerParameters } from './parameters.ts';

const route = operation(
  { permission: 'authenticated', tenant: 'user' },
  {
    method: 'post',
    path: '/auth/identities/{provider}/begin',
    operationId: 'beginLinkingIdentity',
    tags: ['Identity'],
    summary: 'Start linking a provider account; requires your password or a second factor',
    request: {
      params: providerParameters,
      body: { required: true, content: { 'application/json': { schema: beginLinkingBodySchema } } },
    },
    responses: {
      200: json('Where to go', providerStartSchema),
      ...problems({
        404: 'No such provider',
        503: 'The provider does not answer, or too many sign-ins at this moment',
      }),
    },
  },
);

export function mountLinkIdentity(app: Application): void {
  app.openapi(route, async (c) => {
    const context = signedIn(c);
    const { provider } = c.req.valid('param');
    const start = await beginLinking(context, provider, c.req.valid('json'));
    setProviderCookie(c, start.browserSecret, context.dependencies.settings.PROVIDER_SIGN_IN_SECONDS);
    return c.json({ authorization_url: start.url }, 200);
  });
}
