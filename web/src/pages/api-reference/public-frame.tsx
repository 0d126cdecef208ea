import type { ComponentChildren } from 'preact';
import { Logo } from '../../components/logo.tsx';
import { ThemeButton } from '../../components/theme-button.tsx';

export type ReferenceSection = 'operations' | 'errors';

const SECTIONS: readonly (readonly [ReferenceSection, string, string])[] = [
  ['operations', '/docs', 'Operations'],
  ['errors', '/docs/errors', 'Errors'],
];

/** The layout of the public reference pages. */
export function PublicFrame({
  here,
  children,
}: {
  readonly here: ReferenceSection;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="flex h-full flex-col">
      <header class="flex h-13 shrink-0 items-center gap-2 border-line border-b bg-surface px-3 sm:gap-4 sm:px-5">
        <a
          href="/documents"
          class="flex items-center gap-2 font-semibold tracking-tight"
          aria-label="NeoCaptured, documents"
        >
          <Logo />
          <span class="hidden sm:inline">NeoCaptured</span>
        </a>
        <span class="text-ink-soft text-sm">API</span>
        <nav aria-label="Reference" class="flex h-full items-stretch">
          {SECTIONS.map(([section, href, label]) => (
            <a
              key={section}
              href={href}
              aria-current={section === here ? 'page' : undefined}
              class={`flex items-center border-b-2 px-3 text-sm ${section === here ? 'border-ink font-semibold' : 'border-transparent text-ink-soft hover:text-ink'}`}
            >
              {label}
            </a>
          ))}
        </nav>
        <span class="flex-1" />
        <a class="link hidden text-sm sm:inline" href="/api/v1/openapi.json" target="_blank" rel="noreferrer">
          openapi.json
        </a>
        <ThemeButton />
      </header>
      <main class="min-h-0 flex-1">{children}</main>
    </div>
  );
}
