import { EXTRACTION_ERROR_CODES } from './result.ts';

/** Every `code` of an error response. Codes are stable because clients depend on them. Documented in docs/errors.md. */
export const API_ERROR_CODES = [
  'bad_request',
  'validation_failed',
  'unauthenticated',
  'invalid_credentials',
  'mfa_code_invalid',
  'mfa_required',
  'reauthentication_required',
  'passkey_refused',
  'provider_refused',
  'registration_closed',
  'approval_pending',
  'email_unverified',
  'token_spent',
  'link_invalid',
  'forbidden',
  'cross_site_request',
  'not_found',
  'method_not_allowed',
  'conflict',
  'version_conflict',
  'invalid_state',
  'locked',
  'second_person_required',
  'plan_limit_reached',
  'idempotency_mismatch',
  'not_ready',
  'body_too_large',
  'rate_limited',
  'unavailable',
  'result_damaged',
  'misconfigured',
  'internal_error',
] as const;

/** Reasons for a document's status `failed`. */
export const DOCUMENT_ERROR_CODES = [
  ...EXTRACTION_ERROR_CODES,
  'source_missing',
  'source_damaged',
  'processing_failed',
  'cancelled',
] as const;
export type DocumentErrorCode = (typeof DOCUMENT_ERROR_CODES)[number];

export const ERROR_CODES = [...API_ERROR_CODES, ...DOCUMENT_ERROR_CODES] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];
