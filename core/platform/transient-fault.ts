/**
 * Recognizes transient failures of the platform, after which the caller may retry.
 *
 * This is the only file that reads the text of an error. D1 and R2 throw plain `Error`s without a code or a class, and
 * Cloudflare documents their messages (D1) and the trailing number (R2) as the way to distinguish them:
 * https://developers.cloudflare.com/d1/observability/debug-d1/ and
 * https://developers.cloudflare.com/r2/api/error-codes/. Only documented messages match, from their first character.
 * Anything else is treated as a defect.
 */

/**
 * `D1_ERROR` messages resolved by a retry or by less load. Excludes CPU and memory limits, which the same query always
 * exceeds.
 */
const D1_SENTENCES = [
  'Network connection lost.',
  'D1 DB reset because its code was updated.',
  'Internal error while starting up D1 DB storage caused object to be reset.',
  'Internal error in D1 DB storage caused object to be reset.',
  'Cannot resolve D1 DB due to transient issue on remote node.',
  "Can't read from request stream because client disconnected.",
  'D1 DB storage operation exceeded timeout which caused object to be reset.',
  'D1 DB is overloaded. Requests queued for too long.',
  'D1 DB is overloaded. Too many requests queued.',
] as const;

const D1_PREFIX = 'D1_ERROR: ';

/** InternalError, ServiceUnavailable, ClientDisconnect, TooManyRequests. R2 puts the code at the end of the message. */
const R2_CODES = ['(10001)', '(10043)', '(10054)', '(10058)'] as const;

/** R2 puts the operation at the start of the message. */
const R2_OPERATIONS = ['get: ', 'put: ', 'head: ', 'list: ', 'delete: '] as const;

/** Maximum depth of the `cause` chain (Drizzle adds a wrapper). Bounded because an error may be its own cause. */
const MAX_CAUSES = 5;

export function isTransientFault(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < MAX_CAUSES && current instanceof Error; depth++) {
    if (isMarkedTransient(current) || isTransientText(current.message)) return true;
    current = current.cause;
  }
  return false;
}

/**
 * For a `catch` that checks whether a unique constraint rejected a write: after a transient fault, the row it finds may
 * be the one just written. @throws the error itself if it is transient
 */
export function rethrowTransient(error: unknown): void {
  if (isTransientFault(error)) throw error;
}

/** Retries `work` once after a transient failure. The work must be idempotent. */
export async function repeatOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isTransientFault(error)) throw error;
    return work();
  }
}

/** Durable Objects mark their errors with properties, also across RPC, so the text is not needed. */
const isMarkedTransient = (error: Error): boolean =>
  ('retryable' in error && error.retryable === true) || ('overloaded' in error && error.overloaded === true);

function isTransientText(message: string): boolean {
  const text = message.startsWith(D1_PREFIX) ? message.slice(D1_PREFIX.length) : message;
  if (D1_SENTENCES.some((sentence) => text.startsWith(sentence))) return true;
  return (
    R2_OPERATIONS.some((operation) => message.startsWith(operation)) && R2_CODES.some((code) => message.endsWith(code))
  );
}
