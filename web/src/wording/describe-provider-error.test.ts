import { expect, test } from 'vitest';
import { describeProviderError } from './describe-provider-error.ts';

test('known error codes have a message that says what to do; unknown ones get the general message', () => {
  expect(describeProviderError('registration_closed')).toContain('invitation');
  expect(describeProviderError('conflict')).toContain('link it in the settings');
  expect(describeProviderError('constructor')).toBe(describeProviderError('provider_refused'));
});
