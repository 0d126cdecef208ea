import { expect, test } from 'vitest';
import { describeProviderError } from './describe-provider-error.ts';

test('each way a sign-in at a provider ends has words that say what to do; one that is new has general ones', () => {
  expect(describeProviderError('registration_closed')).toContain('invitation');
  expect(describeProviderError('conflict')).toContain('link it in the settings');
  expect(describeProviderError('constructor')).toBe(describeProviderError('provider_refused'));
});
