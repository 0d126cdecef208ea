import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';

/** Which value is lit, in the list and on the page at once. The mouse looks, the keyboard stays. */
export interface Lighting {
  /** The stop of the keyboard or the last click. */
  readonly focused: Signal<string | null>;
  /** Under the mouse; wins while it lasts. */
  readonly hovered: Signal<string | null>;
  readonly lit: ReadonlySignal<string | null>;
  /** A page that somebody asked to see; set back to null once it is shown. */
  readonly page: Signal<number | null>;
}

/** Nothing is lit; `page`, from 1, is brought into view first. */
export function createLighting(first: number | null = null): Lighting {
  const focused = signal<string | null>(null);
  const hovered = signal<string | null>(null);
  const page = signal(first);
  return { focused, hovered, lit: computed(() => hovered.value ?? focused.value), page };
}
