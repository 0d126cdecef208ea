import { signal } from '@preact/signals';
import { describeFailure } from '../wording/describe-failure.ts';

export type ToastTone = 'plain' | 'danger';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: ToastTone;
}

const PLAIN_MS = 4_000;
/** Failures stay longer: there is more to read. */
const DANGER_MS = 10_000;

let lastId = 0;

export const toasts = signal<readonly Toast[]>([]);

export function showToast(text: string, tone: ToastTone = 'plain'): void {
  const id = ++lastId;
  toasts.value = [...toasts.value, { id, text, tone }];
  setTimeout(() => dismissToast(id), tone === 'danger' ? DANGER_MS : PLAIN_MS);
}

/** Shows a failure outside of a form. */
export function showFailure(failure: unknown): void {
  showToast(describeFailure(failure).detail, 'danger');
}

export function dismissToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}
