import type { ComponentChildren } from 'preact';
import { EmptyState } from './empty-state.tsx';
import type { IconName } from './icon-paths.data.ts';

export interface PlainPageProps {
  /** Heading for screen readers; the visible one is the title. */
  readonly name: string;
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}

/** A page that only says why there is nothing to see, and where to go from here. */
export function PlainPage({ name, icon, title, text, children }: PlainPageProps) {
  return (
    <div class="grid h-full place-items-center overflow-y-auto">
      <h1 class="sr-only">{name}</h1>
      <EmptyState icon={icon} title={title} text={text}>
        {children ?? (
          <a class="button" href="/documents">
            Go to your documents
          </a>
        )}
      </EmptyState>
    </div>
  );
}
