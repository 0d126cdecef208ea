import type { Problem } from '#core/contract/problem';
import type { ErrorCode } from '#core/domain/error-codes';
import { AppError } from '#core/platform/errors';

/** HTTP status and title of every error code. Exhaustive by type. */
const ANSWERS: Readonly<Record<ErrorCode, readonly [status: number, title: string]>> = {
  bad_request: [400, 'Bad request'],
  validation_failed: [422, 'Validation failed'],
  unauthenticated: [401, 'Authentication required'],
  invalid_credentials: [401, 'Incorrect email or password'],
  mfa_code_invalid: [401, 'Incorrect code'],
  mfa_required: [403, 'A second factor is required'],
  reauthentication_required: [403, 'Confirm your identity again'],
  passkey_refused: [401, 'The passkey was not accepted'],
  provider_refused: [401, 'Sign-in through the provider failed'],
  registration_closed: [403, 'Registration is closed'],
  approval_pending: [403, 'Waiting for approval'],
  email_unverified: [403, 'The email address is not confirmed'],
  token_spent: [409, 'Token already used'],
  link_invalid: [410, 'This link no longer works'],
  forbidden: [403, 'Not allowed'],
  cross_site_request: [403, 'Cross-site request refused'],
  not_found: [404, 'Not found'],
  method_not_allowed: [405, 'Method not allowed'],
  conflict: [409, 'Conflict'],
  plan_limit_reached: [409, 'Plan limit reached'],
  idempotency_mismatch: [422, 'Idempotency key used for another request'],
  version_conflict: [409, 'Version conflict'],
  invalid_state: [409, 'Invalid state'],
  locked: [409, 'Locked by another person'],
  second_person_required: [409, 'Second person required'],
  not_ready: [409, 'Not ready yet'],
  body_too_large: [413, 'Body too large'],
  rate_limited: [429, 'Too many requests'],
  unavailable: [503, 'Temporarily unavailable'],
  result_damaged: [410, 'The result is damaged in storage'],
  misconfigured: [503, 'The deployment is not configured correctly'],
  internal_error: [500, 'Internal error'],
  unsupported_media_type: [415, 'Unsupported file type'],
  encrypted: [422, 'The file needs a password'],
  damaged: [422, 'The file is damaged'],
  empty: [422, 'The file is empty'],
  too_large: [413, 'The document is too large'],
  timed_out: [422, 'Processing timed out'],
  source_missing: [410, 'The original is missing'],
  source_damaged: [410, 'The original is damaged in storage'],
  processing_failed: [500, 'Processing failed'],
  cancelled: [409, 'Cancelled'],
};

export function statusOf(code: ErrorCode): number {
  return ANSWERS[code][0];
}

/** Default for `Retry-After`. */
const RETRY_AFTER_SECONDS = 5;

/** Renders a failure as RFC 9457 `application/problem+json`. */
export function problemResponse(error: AppError, requestId: string): Response {
  const [status, title] = ANSWERS[error.code];
  const body: Problem = {
    type: `/docs/errors#${error.code}`,
    title,
    status,
    detail: error.detail,
    code: error.code,
    request_id: requestId,
    ...(error.extra.errors ? { errors: [...error.extra.errors] } : {}),
    ...(error.extra.documentId ? { document_id: error.extra.documentId } : {}),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  const retryAfter = error.extra.retryAfterSeconds ?? (status === 503 ? RETRY_AFTER_SECONDS : undefined);
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(body), { status, headers });
}

/** Error for unexpected failures. Contains only the request id; the failure itself is logged. */
export const internalError = (): AppError =>
  new AppError('internal_error', 'Something went wrong on our side. Include the request id when you contact support.');

/** Error for transient failures of D1, R2 or a Durable Object: the same request can succeed later. */
export const outOfReach = (cause: unknown): AppError =>
  new AppError('unavailable', 'A required service is temporarily unavailable. Retry the request later.', {
    retryAfterSeconds: RETRY_AFTER_SECONDS,
    cause,
  });
