import type { ErrorCode } from '#core/domain/error-codes';

/** The meaning of each error code and what to do about it. Exhaustive by type. */
export const ERROR_MEANINGS: Readonly<Record<ErrorCode, string>> = {
  bad_request: 'The request is malformed, for example because its body is not valid JSON. Fix it before you retry.',
  validation_failed: 'Some values in the request are invalid. `errors` lists the path of each and what is wrong with it.',
  unauthenticated: 'The request has no valid access token or API key. Sign in again, refresh the token, or check the key.',
  invalid_credentials: 'The e-mail address or the password is wrong. The response does not reveal which.',
  mfa_code_invalid: 'The code is wrong, expired, or already used. Each code from an authenticator app works once.',
  mfa_required: 'The organization requires a second factor. Set one up in the settings, then retry.',
  reauthentication_required:
    'This action requires the caller to confirm their identity, with their password or by signing in again. `detail` says which.',
  passkey_refused: 'The passkey is unknown, or its response does not belong to this sign-in. Start again.',
  provider_refused:
    'The sign-in at the identity provider was not completed, was started in another browser, or its account is not linked to one here.',
  registration_closed: 'Registration is by invitation only.',
  approval_pending: 'The account is registered, but a system administrator has not approved it yet.',
  email_unverified: 'Signing in requires a confirmed e-mail address. A new confirmation link was sent.',
  token_spent: 'The refresh token has just been used by another request of the same session. Use the tokens that request received; in a browser, retry the call.',
  link_invalid: 'The link from the e-mail was already used, has expired, or was replaced by a newer one. Request a new one.',
  forbidden: 'The caller lacks a permission. `detail` names it.',
  cross_site_request: 'A browser sent the request from another site. Send it from the same origin, or use a bearer token outside a browser.',
  not_found: 'The resource does not exist, or it belongs to another organization.',
  method_not_allowed: 'The path exists, but does not support this method.',
  conflict: 'The request conflicts with the current state, for example because the e-mail address is already registered.',
  plan_limit_reached: 'The organization has reached a limit of its plan. Remove some of these objects, or upgrade the plan.',
  idempotency_mismatch: 'This `Idempotency-Key` was already used with a different request. Use a new key for each new request.',
  not_ready:
    'The result is not available yet, or the first request with this `Idempotency-Key` is still in progress. Retry in a moment, or wait for the webhook or the live message.',
  body_too_large: 'The request body exceeds the limit of the server.',
  rate_limited: 'Too many requests. Wait for the number of seconds in `Retry-After`.',
  unavailable: 'Part of the platform is temporarily unavailable. Retry after a pause, with the same `Idempotency-Key`.',
  result_damaged: 'The stored result is corrupted and cannot be returned. Upload the file again.',
  misconfigured: 'The deployment is misconfigured: a variable is missing, malformed or weak. `detail` names it; the operator has to fix it.',
  internal_error: 'An unexpected error occurred on our side. Include the request id when you contact support.',
  unsupported_media_type: 'The file type is not supported. The type is detected from the content of the file, not from its name.',
  encrypted: 'The file is password-protected. Save a copy without the password and upload that.',
  damaged: 'The file is damaged or incomplete and cannot be opened. The original is kept.',
  empty: 'The file has no content, or it is an image without readable text: a drawing, a photo of objects, or text in a non-Latin script.',
  too_large: 'The document exceeds the limit for pages, pixels or bytes. Split it into smaller files.',
  timed_out: 'Processing took too long. Retry once, then split the document into smaller files.',
  source_damaged:
    'The stored original is corrupted, so it cannot be processed. Upload the file again.',
  source_missing: 'The original is no longer in storage, so it cannot be processed. Upload the file again.',
  processing_failed: 'Processing failed on our side after several attempts. The original is kept; process it again later.',
};
