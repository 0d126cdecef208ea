import type { Problem } from '#core/contract/problem';

/** An answer of the API that is not a success. `problem` is what the API said, or null when the answer had another form. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';

  constructor(
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    super(problem?.detail ?? `The server answered ${status}.`);
  }
}

/** The request never got an answer: no network, the server is down, or the browser refused. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(cause: unknown) {
    super('The server could not be reached.', { cause });
  }
}

/** The session ended and could not be renewed; the person has to sign in again. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';

  constructor() {
    super('Your session has ended.');
  }
}

/** The browser gave no passkey: the person turned away, took too long, or has none for this site. */
export class NoPasskey extends Error {
  override readonly name = 'NoPasskey';

  constructor(cause: unknown) {
    super('No passkey was used.', { cause });
  }
}

export type ErrorCodeOf = Problem['code'];

/** The stable code of a failure, or null when it carries none. */
export function codeOf(failure: unknown): ErrorCodeOf | null {
  return failure instanceof ApiFailure ? (failure.problem?.code ?? null) : null;
}

/** Messages per form field, from the `errors` of a `validation_failed` answer; paths look like `json.email`. */
export function fieldMessages(failure: unknown): Readonly<Record<string, string>> {
  if (!(failure instanceof ApiFailure)) return {};
  const entries = failure.problem?.errors ?? [];
  return Object.fromEntries(entries.map(({ path, message }) => [path.slice(path.lastIndexOf('.') + 1), message]));
}

/** Messages by the whole place in the body, such as `fields.2.labels`; the first one at a place counts. */
export function placeMessages(failure: unknown): ReadonlyMap<string, string> {
  if (!(failure instanceof ApiFailure)) return new Map();
  const entries = (failure.problem?.errors ?? []).toReversed();
  return new Map(entries.map(({ path, message }) => [path.replace(/^json\.?/, ''), message]));
}

/** Reads a failed answer's body. An answer of another form (a proxy's page) keeps its status only. */
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
