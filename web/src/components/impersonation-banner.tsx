import type { Identity } from '#core/contract/identity';
import { stopImpersonation } from '../api/administration.ts';
import { showFailure } from '../state/toasts.ts';

/** Says on every page that somebody else works here in this person's name, and is the way out. */
export function ImpersonationBanner({ identity }: { readonly identity: Identity }) {
  const { user, organization, impersonated_by } = identity;
  if (impersonated_by === null) return null;
  const stop = () =>
    // The page begins anew as the administrator: nothing of the other person's stays on it.
    stopImpersonation().then(() => location.assign('/administration'), showFailure);
  return (
    <div
      role="status"
      class="flex shrink-0 flex-wrap items-center justify-center gap-x-4 gap-y-1 bg-review-soft px-4 py-2 text-ink text-sm"
    >
      <span>
        You work as{' '}
        <strong>
          {user.first_name} {user.last_name}
        </strong>{' '}
        in {organization.name}. Everything you do is recorded with your name.
      </span>
      <button type="button" class="button" onClick={() => void stop()}>
        Stop
      </button>
    </div>
  );
}
