import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.data.ts';

export interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}

export function EmptyState({ icon, title, text, children }: EmptyStateProps) {
  return (
    <div class="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-16 text-center in-[.card]:py-8">
      <span class="grid size-11 place-items-center rounded-full bg-sunken text-ink-soft">
        <Icon name={icon} class="size-5" />
      </span>
      <h2 class="font-semibold text-lg">{title}</h2>
      <p class="text-ink-soft">{text}</p>
      {children}
    </div>
  );
}
