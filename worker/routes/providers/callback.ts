import { AppError } from '#core/platform/errors';
import { answerSignInOutcome } from '../../http/answer-sign-in.ts';
import type { Application } from '../../http/application.ts';
import { operation } from '../../http/operation.ts';
import { clearProviderCookie, providerCookie } from '../../http/provider-cookie.ts';
import { finishAtProvider } from '../../services/providers/finish.ts';
import { providerParameters } from './parameters.ts';

const route = operation(
  { permission: 'public', tenant: 'public' },
  {
    method: 'get',
    path: '/auth/providers/{provider}/callback',
    operationId: 'providerCallback',
    tags: ['Identity'],
    summary: 'Handle the redirect from an identity provider',
    description: 'Redirects to a page of the application. Errors are passed as a query parameter.',
    request: { params: providerParameters },
    responses: { 302: { description: 'Redirect to the application' } },
  },
);

export function mountProviderCallback(app: Application): void {
  app.openapi(route, async (c) => {
    const secret = providerCookie(c);
    clearProviderCookie(c);
    const { searchParams } = new URL(c.req.url);
    try {
      const outcome = await finishAtProvider(c.get('context'), c.req.valid('param').provider, searchParams, secret);
      if (outcome.kind === 'linked') return c.redirect(outcome.returnTo, 302);
      const answer = answerSignInOutcome(c, 'cookie', outcome.admission);
      // The next step is passed in the fragment, which browsers neither send to servers nor include in the referrer.
      if ('organization_required' in answer) {
        const { join_token, email } = answer;
        return c.redirect(`/sign-in#${new URLSearchParams({ join_token, email, return_to: outcome.returnTo })}`, 302);
      }
      if (!('mfa_required' in answer)) return c.redirect(outcome.returnTo, 302);
      const step = new URLSearchParams({
        mfa_token: answer.mfa_token,
        methods: answer.methods.join(','),
        setup: String(answer.setup_required),
        return_to: outcome.returnTo,
      });
      return c.redirect(`/sign-in#${step}`, 302);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return c.redirect(`/sign-in#${new URLSearchParams({ error: error.code, message: error.detail })}`, 302);
    }
  });
}
