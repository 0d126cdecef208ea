import { useEffect } from 'preact/hooks';
import { loadSession, session } from '../state/session.ts';
import { describeProviderError } from '../wording/describe-provider-error.ts';
import { Icon } from './icon.tsx';

/** Why a sign-in at a provider opened nothing. Whoever wanted to link an account is still signed in: back they go. */
export function ProviderRefusal({ code }: { readonly code: string }) {
  // No answer leaves the session unknown: the form below works all the same and says what is wrong when it is sent.
  useEffect(() => void loadSession().catch((error: unknown) => console.error(error)), []);
  return (
    <div class="flex gap-2.5 rounded-lg bg-danger-soft px-3.5 py-3 text-danger text-sm" role="alert">
      <Icon name="alert" class="mt-0.5 size-4" />
      <div>
        <p class="font-semibold">The account there did not let you in</p>
        <p>{describeProviderError(code)}</p>
        {session.value.state === 'signed-in' && (
          <a class="mt-1 block font-semibold underline" href="/settings">
            You are still signed in: back to the settings
          </a>
        )}
      </div>
    </div>
  );
}
