/**
 * Whether a failure of the platform will pass: the caller may repeat the request after a pause.
 *
 * This is the only file that reads the text of an error. D1 and R2 throw plain `Error`s without a code or a class, and
 * Cloudflare documents their sentences (D1) and the number at their end (R2) as the way to tell them apart:
 * https://developers.cloudflare.com/d1/observability/debug-d1/ and https://developers.cloudflare.com/r2/api/error-codes/.
 * Only documented sentences count, from their first letter on. Anything else is a defect and stays one.
 */

/** Every `D1_ERROR` that a repetition, or less load, resolves. Not: limits of CPU and memory, which a query exceeds every time. */
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

/** InternalError, ServiceUnavailable, ClientDisconnect, TooManyRequests; R2 ends its message with the code. */
const R2_CODES = ['(10001)', '(10043)', '(10054)', '(10058)'] as const;

/** `get: `, `put: `, …: R2 begins its message with the operation. */
const R2_OPERATIONS = ['get: ', 'put: ', 'head: ', 'list: ', 'delete: '] as const;

/** Wrappers around an error (Drizzle adds one) that are looked through; an error may be its own cause. */
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
 * For a `catch` that asks the database whether a unique rule refused a write: after a transient fault the row it finds
 * may be the very one that was written. @throws the error itself when it is transient
 */
export function rethrowTransient(error: unknown): void {
  if (isTransientFault(error)) throw error;
}

/** Runs `work` once more when the platform failed in passing. For work that may be done twice with the effect of once. */
export async function repeatOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isTransientFault(error)) throw error;
    return work();
  }
}

/** Durable Objects mark their errors with properties, also across the call: no text is needed. */
const isMarkedTransient = (error: Error): boolean =>
  ('retryable' in error && error.retryable === true) || ('overloaded' in error && error.overloaded === true);

function isTransientText(message: string): boolean {
  const text = message.startsWith(D1_PREFIX) ? message.slice(D1_PREFIX.length) : message;
  if (D1_SENTENCES.some((sentence) => text.startsWith(sentence))) return true;
  return (
    R2_OPERATIONS.some((operation) => message.startsWith(operation)) && R2_CODES.some((code) => message.endsWith(code))
  );
}
