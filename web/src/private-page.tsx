import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { AppHeader } from './components/app-header.tsx';
import { FailurePanel } from './components/failure-panel.tsx';
import { ImpersonationBanner } from './components/impersonation-banner.tsx';
import { loadSession, mayUse, session } from './state/session.ts';
import { useShortcuts } from './state/shortcuts.ts';

/** A page for signed-in users. Loads the session, and redirects to sign-in (and back) if there is none. */
export function PrivatePage({ children }: { readonly children: ComponentChildren }) {
  const { url, route } = useLocation();
  const [failure, setFailure] = useState<unknown>(null);
  const { state } = session.value;
  const load = () => {
    setFailure(null);
    loadSession().catch(setFailure);
  };
  useEffect(() => {
    if (state === 'unknown') load();
    if (state === 'signed-out') route(`/login?next=${encodeURIComponent(url)}`, true);
  }, [state]);
  useShortcuts([
    { keys: ['g r'], label: 'Go to review', run: () => route('/review'), when: () => mayUse('documents.update') },
    { keys: ['g d'], label: 'Go to documents', run: () => route('/documents') },
  ]);
  if (failure !== null) return <FailurePanel failure={failure} onRetry={load} />;
  if (state !== 'signed-in') return <div aria-busy="true" class="h-full" />;
  return (
    <div class="flex h-full flex-col">
      <a
        href="#content"
        class="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-surface focus:px-3 focus:py-2"
      >
        Skip to content
      </a>
      {session.value.state === 'signed-in' && <ImpersonationBanner identity={session.value.identity} />}
      <AppHeader />
      <main id="content" class="min-h-0 flex-1" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
