import type { ErrorCode } from '../domain/error-codes.ts';

/** A failure a caller can act on. Anything else that is thrown is a defect and answers `internal_error`. */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: ErrorCode,
    /** One sentence for a person; never internals or other tenants' data. */
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
