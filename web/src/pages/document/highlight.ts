import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Box } from '#core/domain/result';

/** The value highlighted in the list and on the page. Hover is temporary; focus persists. */
export interface Highlight {
  /** Chosen by keyboard or click. */
  readonly focused: Signal<string | null>;
  /** Under the mouse; takes precedence over `focused`. */
  readonly hovered: Signal<string | null>;
  readonly current: ReadonlySignal<string | null>;
  /** A page to scroll to; reset to null once it is shown. */
  readonly page: Signal<number | null>;
  /** A box to scroll to; reset to null once it is shown. */
  readonly place: Signal<{ readonly page: number; readonly box: Box } | null>;
}

/** @param first page to scroll to initially, from 1 */
export function createHighlight(first: number | null = null): Highlight {
  const focused = signal<string | null>(null);
  const hovered = signal<string | null>(null);
  const page = signal(first);
  const place = signal<{ readonly page: number; readonly box: Box } | null>(null);
  return { focused, hovered, current: computed(() => hovered.value ?? focused.value), page, place };
}
