import { showToast } from './toasts.ts';

/** Copies to the clipboard; the browser may refuse, then a toast says so. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    showToast('The browser did not allow copying.', 'danger');
    return false;
  }
}
