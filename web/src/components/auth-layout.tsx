import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.data.ts';
import { Logo } from './logo.tsx';
import { ThemeButton } from './theme-button.tsx';

const FEATURES: readonly (readonly [icon: IconName, title: string, text: string])[] = [
  ['shield', 'Proof, not a score', 'Every value links to its source text and to the checks that passed.'],
  ['eye', 'Review only what is uncertain', 'Proved fields need no review. The rest are one key press away.'],
  ['keyboard', 'Keyboard first', 'Upload, open, review and move on without the mouse.'],
];

/** Layout of sign-in and registration: the form, and on wide screens a product summary beside it. */
export function AuthLayout({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <div class="grid min-h-full lg:grid-cols-[1fr_minmax(0,34rem)]">
      <section aria-label="About NeoCaptured" class="hidden flex-col justify-between bg-sunken p-12 lg:flex xl:p-16">
        <div class="flex items-center gap-2.5 font-semibold text-lg tracking-tight">
          <Logo class="size-8" /> NeoCaptured
        </div>
        <div class="max-w-lg">
          <p class="font-semibold text-4xl leading-tight tracking-tight">
            Every value, with{' '}
            <span class="rounded-md bg-highlighter box-decoration-clone px-1.5 text-[#1c1b19]">
              the words it came from
            </span>
            .
          </p>
          <ul class="mt-10 flex flex-col gap-5">
            {FEATURES.map(([icon, heading, text]) => (
              <li key={heading} class="flex gap-3.5">
                <Icon name={icon} class="mt-0.5 size-5 text-ink-soft" />
                <span>
                  <strong class="font-semibold">{heading}</strong>
                  <span class="block text-ink-soft">{text}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
        <a class="link w-fit text-sm" href="/docs">
          API reference
        </a>
      </section>
      <main class="flex flex-col bg-surface px-6 py-5 sm:px-12">
        <div class="flex items-center justify-between">
          <span class="flex items-center gap-2 font-semibold lg:invisible">
            <Logo /> NeoCaptured
          </span>
          <ThemeButton />
        </div>
        <div class="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center py-8">
          <h1 class="mb-6 font-semibold text-2xl tracking-tight">{title}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}
