/** Kinds of refused anonymous requests, which belong to no organization's audit log. Stored by name: append-only. */
export const SECURITY_EVENT_KINDS = {
  access_token: 'An access token that this server never signed, or that was changed',
  api_key: 'An API key that nobody holds',
  refresh_token: 'A refresh token that was never given out, or was forgotten long ago',
  link: 'A link of a mail that was made up, used or replaced',
  sign_in: 'A password for an address without an account',
  registration: 'A registration with an address that has an account',
  second_step: 'A second step of a sign-in that nobody began',
  passkey: 'A passkey, or an answer to a challenge, that nobody knows',
  provider_answer: 'An answer of an identity provider that nobody asked for, or that does not hold',
  throttled: 'An attempt beyond the limits on guessing',
  cross_site: 'A request that another site made a browser send',
} as const;

export type SecurityEventKind = keyof typeof SECURITY_EVENT_KINDS;

export const securityEventKinds = Object.keys(SECURITY_EVENT_KINDS) as [SecurityEventKind, ...SecurityEventKind[]];

/** Used if the platform provides no client address. */
export const UNKNOWN_NETWORK = 'unknown';
/** Groups all further networks once a window has its maximum number of rows. */
export const FURTHER_NETWORKS = '';
