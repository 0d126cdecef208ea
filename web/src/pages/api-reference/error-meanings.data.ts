import type { ErrorCode } from '#core/domain/error-codes';

/** What each code means and what to do, in one or two sentences. Exhaustive by type. */
export const ERROR_MEANINGS: Readonly<Record<ErrorCode, string>> = {
  bad_request: 'The request could not be understood, for example because its body is not valid JSON. Correct it before you send it again.',
  validation_failed: 'The request was understood, but some values do not have the expected form. `errors` names each path and what is wrong there.',
  unauthenticated: 'There is no valid access token or API key. Sign in again, renew the token, or check the key.',
  invalid_credentials: 'The e-mail or the password is wrong. The answer is the same for both.',
  mfa_code_invalid: 'The second factor is wrong, too old, or was used already. A code of an authenticator app works once.',
  mfa_required: 'The organization asks for a second factor. Set one up in the settings, then repeat.',
  reauthentication_required:
    'The credential at hand is not enough: the caller proves once more who they are, by a password or a new sign-in. `detail` names which.',
  passkey_refused: 'The passkey is not known here, or its answer does not belong to this sign-in. Begin again.',
  provider_refused:
    'The sign-in at the identity provider was not finished, does not belong to this browser, or its account opens none here.',
  registration_closed: 'Accounts are made by invitation only.',
  approval_pending: 'The account is registered; a system administrator has to approve it first.',
  email_unverified: 'Sign-in needs a confirmed e-mail address. A new link was sent.',
  token_spent: 'The refresh token was used a moment ago by another request of the same session. Use the pair that request received; in a browser, simply repeat the call.',
  link_invalid: 'The link of a mail was used already, is too old, or was replaced by a newer one. Ask for a new one.',
  forbidden: 'The caller is known but lacks a permission; `detail` names it.',
  cross_site_request: 'A browser sent the request from another site. Call from the same origin, or use a bearer token from a program.',
  not_found: 'There is nothing under this address, or it belongs to another organization.',
  method_not_allowed: 'The address exists, but not with this method.',
  conflict: 'The request contradicts the present state, for example because the e-mail is already registered.',
  plan_limit_reached: 'The plan of the organization allows no more of these. End some, or change the plan.',
  idempotency_mismatch: 'This `Idempotency-Key` was used before with another request. Use a new key for a new request.',
  not_ready:
    'The result is not there yet, or the first request with this `Idempotency-Key` is still at work. Ask again in a moment, or wait for the webhook or the live message.',
  body_too_large: 'The body of the request is larger than the server takes.',
  rate_limited: 'Too many requests in this window. Wait for the seconds in `Retry-After`.',
  unavailable: 'A part of the platform is out of reach for the moment. Repeat the request after a pause, with the same `Idempotency-Key`.',
  result_damaged: 'The stored result was cut or changed in storage and is not given out. Send the file again.',
  misconfigured: 'A variable of this deployment is missing, malformed or weak, so it does not serve. `detail` names it; its operator has to set it.',
  internal_error: 'Something failed on our side. Quote the request id when you ask about it.',
  unsupported_media_type: 'This kind of file cannot be read. The kind is decided by the content of the file, not by its name.',
  encrypted: 'The file is protected by a password. Save a copy without protection and send that.',
  damaged: 'The file is broken or cut off and cannot be opened. The original is kept.',
  empty: 'The file has no content, or is a picture without readable text: a drawing, a photo of things, or print in another script than Latin.',
  too_large: 'The document has more pages, pixels or bytes than can be read. Split it into smaller files.',
  timed_out: 'Reading took longer than allowed. Try once more, then split the document.',
  source_damaged:
    'What is in storage is not what was sent: it was cut or changed there. No result is made of it. Send the file again.',
  source_missing: 'The original is no longer in storage, so it cannot be read again. Send the file again.',
  processing_failed: 'Reading failed on our side after several tries. The original is kept; process it again later.',
};
