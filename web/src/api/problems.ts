import type { Problem } from '#core/contract/problem';

/** An error response of the API. `problem` is its body, or null if the body is not a problem document. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';

  constructor(
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    super(problem?.detail ?? `The server responded with status ${status}.`);
  }
}

/** The request got no response: the network or the server is down, or the browser blocked it. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(cause: unknown) {
    super('The server could not be reached.', { cause });
  }
}

/** The session ended and could not be renewed; the user has to sign in again. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';

  constructor() {
    super('Your session has ended.');
  }
}

/** The browser returned no passkey: the user cancelled, took too long, or has none for this site. */
export class NoPasskey extends Error {
  override readonly name = 'NoPasskey';

  constructor(cause: unknown) {
    super('No passkey was used.', { cause });
  }
}

export type ErrorCodeOf = Problem['code'];

/** The error code of a failure, or null when it has none. */
export function codeOf(failure: unknown): ErrorCodeOf | null {
  return failure instanceof ApiFailure ? (failure.problem?.code ?? null) : null;
}

/**
 * Messages of a `validation_failed` response by place in the request body, such as `email` or `fields.2.labels`; the
 * first one at a place counts.
 */
export function fieldMessages(failure: unknown): ReadonlyMap<string, string> {
  if (!(failure instanceof ApiFailure)) return new Map();
  const errors = (failure.problem?.errors ?? []).toReversed();
  return new Map(errors.map(({ path, message }) => [path.replace(/^json(?:\.|$)/, ''), message]));
}

/** The message at a place, or the first one inside it: `allowed_networks.1` belongs to `allowed_networks`. */
export function messageAt(messages: ReadonlyMap<string, string>, place: string): string | undefined {
  return messages.get(place) ?? [...messages].find(([each]) => each.startsWith(`${place}.`))?.[1];
}

/**
 * Parses an error response. Keeps only the status if the body is not a problem document (for example a proxy's error
 * page).
 */
export function readProblem(status: number, contentType: string, body: string): ApiFailure {
  if (!contentType.includes('json')) return new ApiFailure(status, null);
  try {
    const parsed: unknown = JSON.parse(body);
    return new ApiFailure(status, isProblem(parsed) ? parsed : null);
  } catch (error) {
    if (error instanceof SyntaxError) return new ApiFailure(status, null);
    throw error;
  }
}

function isProblem(value: unknown): value is Problem {
  if (typeof value !== 'object' || value === null) return false;
  return 'code' in value && 'title' in value && 'detail' in value && 'request_id' in value;
}
