/** What the callback of a provider can answer, by its code, in words for the person in front of the sign-in page. */
const BY_CODE: ReadonlyMap<string, string> = new Map([
  [
    'conflict',
    'There is an account with this address already, or this account is linked to another person. Sign in with the password and link it in the settings.',
  ],
  ['registration_closed', 'There is no account for you here yet, and accounts are made by invitation only.'],
  ['approval_pending', 'Your account is registered. An administrator has to approve it before you can sign in.'],
  ['email_unverified', 'Confirm your e-mail address first, with the link we sent.'],
  ['forbidden', 'Your account belongs to no active organization.'],
  ['rate_limited', 'There were too many attempts. Wait a while before the next one.'],
  ['unavailable', 'The provider cannot be reached at this moment. Try again later, or sign in another way.'],
]);

export function describeProviderError(code: string): string {
  return (
    BY_CODE.get(code) ??
    'The provider did not confirm who you are, or its account opens none here. Begin again, or sign in another way.'
  );
}
