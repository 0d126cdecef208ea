import type { Identity } from '#core/contract/identity';
import { stopImpersonation } from '../api/administration.ts';
import { showFailure } from '../state/toasts.ts';

/** Shown on every page during an impersonation, with a button to end it. */
export function ImpersonationBanner({ identity }: { readonly identity: Identity }) {
  const { user, organization, impersonated_by } = identity;
  if (impersonated_by === null) return null;
  const stop = () =>
    // A full page load, so that no state of the impersonated session remains.
    stopImpersonation().then(() => location.assign('/administration'), showFailure);
  return (
    <div
      role="status"
      class="flex shrink-0 flex-wrap items-center justify-center gap-x-4 gap-y-1 bg-review-soft px-4 py-2 text-ink text-sm"
    >
      <span>
        You are impersonating{' '}
        <strong>
          {user.first_name} {user.last_name}
        </strong>{' '}
        in {organization.name}. Everything you do is recorded under your name.
      </span>
      <button type="button" class="button" onClick={() => void stop()}>
        Stop
      </button>
    </div>
  );
}
