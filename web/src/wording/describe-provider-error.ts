/** Messages for the sign-in page about the error codes of the provider callback. */
const BY_CODE: ReadonlyMap<string, string> = new Map([
  [
    'conflict',
    'An account with this address already exists, or the provider’s account is linked to someone else. Sign in with your password and link it in the settings.',
  ],
  ['registration_closed', 'You do not have an account yet, and registration is by invitation only.'],
  ['approval_pending', 'Your account is registered. An administrator has to approve it before you can sign in.'],
  ['email_unverified', 'Confirm your e-mail address first, using the link we sent you.'],
  ['forbidden', 'Your account does not belong to an active organization.'],
  ['rate_limited', 'Too many attempts. Wait a while and try again.'],
  ['unavailable', 'The provider is currently unavailable. Try again later, or sign in another way.'],
]);

export function describeProviderError(code: string): string {
  return (
    BY_CODE.get(code) ??
    'The provider did not confirm your identity, or no account here is linked to it. Try again, or sign in another way.'
  );
}
