import type { ErrorCode } from '../domain/error-codes.ts';

/** An expected failure that the caller can act on. Anything else thrown is a defect and results in `internal_error`. */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: ErrorCode,
    /** One human-readable sentence, without internals or other tenants' data. */
    readonly detail: string,
    readonly extra: {
      readonly errors?: readonly { readonly path: string; readonly message: string }[];
      readonly retryAfterSeconds?: number;
      readonly documentId?: string;
      readonly cause?: unknown;
    } = {},
  ) {
    super(`${code}: ${detail}`, { cause: extra.cause });
  }
}
