import { useEffect } from 'preact/hooks';
import { loadSession, session } from '../state/session.ts';
import { describeProviderError } from '../wording/describe-provider-error.ts';
import { Icon } from './icon.tsx';

/**
 * Explains why a sign-in at a provider failed. Users who wanted to link an account are still signed in and get a link
 * back.
 */
export function ProviderRefusal({ code }: { readonly code: string }) {
  // When the session cannot be loaded it stays unknown; the sign-in form still works.
  useEffect(() => void loadSession().catch((error: unknown) => console.error(error)), []);
  return (
    <div class="flex gap-2.5 rounded-lg bg-danger-soft px-3.5 py-3 text-danger text-sm" role="alert">
      <Icon name="alert" class="mt-0.5 size-4" />
      <div>
        <p class="font-semibold">Sign-in with the provider failed</p>
        <p>{describeProviderError(code)}</p>
        {session.value.state === 'signed-in' && (
          <a class="mt-1 block font-semibold underline" href="/settings">
            You are still signed in. Back to settings
          </a>
        )}
      </div>
    </div>
  );
}
