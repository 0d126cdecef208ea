import { AppError } from '#core/platform/errors';
import type { IdentityProvider } from '#core/platform/identity-providers';
import type { RequestContext } from '../context.ts';
import { reportAnonymousRefusal } from '../report-anonymous-refusal.ts';

/**
 * Returns the same error for every problem with a provider's response. The reason is logged, and the refusal is
 * counted.
 */
export function refused(context: RequestContext, provider: string, error: unknown): AppError {
  context.dependencies.log.error('sign-in at a provider refused', error, { provider });
  reportAnonymousRefusal(context, 'provider_answer');
  return new AppError('provider_refused', 'Sign-in with the provider failed. Start again.', {
    cause: error,
  });
}

export function unavailable(context: RequestContext, { id, name }: IdentityProvider, error: unknown): AppError {
  context.dependencies.log.error('identity provider did not answer', error, { provider: id });
  return new AppError('unavailable', `${name} is temporarily unavailable.`, { cause: error });
}
