import { showToast } from './toasts.ts';

/** Copies to the clipboard. Shows a toast if the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    showToast('Your browser does not allow copying.', 'danger');
    return false;
  }
}
