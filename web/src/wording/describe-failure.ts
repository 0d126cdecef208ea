import { ApiFailure, NoAnswer, NoPasskey, SignedOut } from '../api/problems.ts';

/** A failure for the screen: what happened, and the request id to quote when asking about it. */
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
      title: 'Unexpected answer',
      detail: `The server answered ${failure.status}. Try again in a moment.`,
      requestId: null,
    };
  }
  if (failure instanceof NoAnswer) {
    return {
      title: 'No connection',
      detail: 'The server could not be reached. Check the network and try again.',
      requestId: null,
    };
  }
  if (failure instanceof SignedOut)
    return { title: 'Signed out', detail: 'Your session has ended. Sign in again.', requestId: null };
  if (failure instanceof NoPasskey)
    return {
      title: 'No passkey was used',
      detail: 'The browser gave none for this site. Try again, or sign in another way.',
      requestId: null,
    };
  // A defect of this page. The console keeps the whole of it for the developer.
  console.error(failure);
  return { title: 'Something went wrong', detail: 'This page met a defect. Reload it and try again.', requestId: null };
}
