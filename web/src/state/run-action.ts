import { showFailure, showToast } from './toasts.ts';

/**
 * Runs the action of a button that has no form: shows a toast about success or failure, then reloads, because the page may
 * be outdated in either case.
 */
export function runAction(work: Promise<unknown>, done: string, after: () => void): void {
  void work.then(() => showToast(done), showFailure).finally(after);
}
