import { useLocation } from 'preact-iso';
import type { Permission } from '#core/domain/permissions';
import { mayUse, session } from '../state/session.ts';
import { AccountMenu } from './account-menu.tsx';
import { Logo } from './logo.tsx';
import { ThemeButton } from './theme-button.tsx';

const PLACES = [
  { href: '/documents', label: 'Documents', onPhone: true },
  { href: '/review', label: 'Review', onPhone: true },
  { href: '/exports', label: 'Exports', onPhone: false },
  { href: '/templates', label: 'Templates', onPhone: true },
  { href: '/people', label: 'People', onPhone: true },
  { href: '/settings', label: 'Settings', onPhone: true },
  // On narrow screens the account menu links there instead.
  { href: '/docs', label: 'API', onPhone: false },
] as const;

/** Permissions without which a page is not offered. */
const NEEDED: Readonly<Record<string, readonly Permission[] | undefined>> = {
  '/review': ['documents.update'],
  '/exports': ['documents.export'],
  '/templates': ['templates.read'],
};

export function AppHeader() {
  const { path } = useLocation();
  const now = session.value;
  const here = path === '/' ? '/documents' : path;
  return (
    <header class="flex h-13 shrink-0 items-center gap-1 border-line border-b bg-surface px-3 sm:gap-4 sm:px-5">
      <a
        href="/documents"
        class="flex shrink-0 items-center gap-2 font-semibold tracking-tight"
        aria-label="NeoCaptured, documents"
      >
        <Logo />
        <span class="hidden md:inline">NeoCaptured</span>
      </a>
      <nav aria-label="Main" class="flex h-full min-w-0 items-stretch overflow-x-auto [scrollbar-width:none]">
        {PLACES.filter(({ href }) => (NEEDED[href] ?? []).every(mayUse)).map(({ href, label, onPhone }) => {
          const current = here === href || here.startsWith(`${href}/`);
          return (
            <a
              key={href}
              href={href}
              aria-current={current ? 'page' : undefined}
              class={`${onPhone ? 'flex' : 'hidden sm:flex'} items-center border-b-2 px-1 text-sm sm:px-3 ${current ? 'border-ink font-semibold' : 'border-transparent text-ink-soft hover:text-ink'}`}
            >
              {label}
            </a>
          );
        })}
      </nav>
      <span class="flex-1" />
      {now.state === 'signed-in' && (
        <span class="hidden max-w-56 truncate text-ink-soft text-sm sm:block" title="Your organization">
          {now.identity.organization.name}
        </span>
      )}
      <span class="hidden sm:block">
        <ThemeButton />
      </span>
      {now.state === 'signed-in' && <AccountMenu identity={now.identity} />}
    </header>
  );
}
