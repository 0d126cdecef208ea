import { showFailure, showToast } from './toasts.ts';

/**
 * For what a button does at once, without a form: says that it is done, or why it is not, and then has the page look
 * again, because what it shows may be older than the refusal.
 */
export function runAction(work: Promise<unknown>, done: string, after: () => void): void {
  void work.then(() => showToast(done), showFailure).finally(after);
}
