import type { ComponentChildren, Ref } from 'preact';

export interface ScrollRegionProps {
  /** What scrolls, for screen readers. */
  readonly label: string;
  readonly class: string;
  readonly children: ComponentChildren;
  readonly onScroll?: () => void;
  readonly frame?: Ref<HTMLElement>;
}

/**
 * A part that scrolls by itself. It takes the focus, because the keyboard scrolls only what has it. It is `relative`, so
 * that words for screen readers, which are placed absolutely, are cut off with their cell and do not widen the page.
 */
export function ScrollRegion({ label, class: classes, children, onScroll, frame }: ScrollRegionProps) {
  return (
    <section
      {...(frame ? { ref: frame } : {})}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the reason is above; WCAG 2.1.1.
      tabIndex={0}
      class={`relative ${classes} focus-visible:-outline-offset-2`}
      {...(onScroll ? { onScroll } : {})}
    >
      {children}
    </section>
  );
}
