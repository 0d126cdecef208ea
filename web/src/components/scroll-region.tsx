import type { ComponentChildren, Ref } from 'preact';

export interface ScrollRegionProps {
  /** Name of the region for screen readers. */
  readonly label: string;
  readonly class: string;
  readonly children: ComponentChildren;
  readonly onScroll?: () => void;
  readonly frame?: Ref<HTMLElement>;
}

/**
 * A scrollable region. It is focusable, so that it can be scrolled by keyboard. It is `relative`, so that absolutely
 * positioned text for screen readers is clipped and does not widen the page.
 */
export function ScrollRegion({ label, class: classes, children, onScroll, frame }: ScrollRegionProps) {
  return (
    <section
      {...(frame ? { ref: frame } : {})}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard scrolling, WCAG 2.1.1.
      tabIndex={0}
      class={`relative ${classes} focus-visible:-outline-offset-2`}
      {...(onScroll ? { onScroll } : {})}
    >
      {children}
    </section>
  );
}
