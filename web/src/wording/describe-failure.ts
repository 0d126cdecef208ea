import { ApiFailure, NoAnswer, NoPasskey, SignedOut } from '../api/problems.ts';

/** A failure for the screen. The request id is for support requests. */
export interface FailureText {
  readonly title: string;
  readonly detail: string;
  readonly requestId: string | null;
}

export function describeFailure(failure: unknown): FailureText {
  if (failure instanceof ApiFailure) {
    const { problem } = failure;
    if (problem) return { title: problem.title, detail: problem.detail, requestId: problem.request_id };
    return {
      title: 'Unexpected response',
      detail: `The server responded with status ${failure.status}. Try again in a moment.`,
      requestId: null,
    };
  }
  if (failure instanceof NoAnswer) {
    return {
      title: 'No connection',
      detail: 'The server could not be reached. Check your connection and try again.',
      requestId: null,
    };
  }
  if (failure instanceof SignedOut)
    return { title: 'Signed out', detail: 'Your session has ended. Sign in again.', requestId: null };
  if (failure instanceof NoPasskey)
    return {
      title: 'No passkey was used',
      detail: 'Your browser did not provide a passkey for this site. Try again, or sign in another way.',
      requestId: null,
    };
  // A bug in this application: log it for developers.
  console.error(failure);
  return {
    title: 'Something went wrong',
    detail: 'An unexpected error occurred. Reload the page and try again.',
    requestId: null,
  };
}
