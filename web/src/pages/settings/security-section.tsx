import { useState } from 'preact/hooks';
import type { SessionView } from '#core/contract/account';
import { listSessions, resendVerification, revokeSession } from '../../api/account.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { formatAge } from '../../formatting/dates.ts';
import { showToast } from '../../state/toasts.ts';
import { useLoad } from '../../state/use-load.ts';
import { describeFailure } from '../../wording/describe-failure.ts';
import { PasswordDialog } from './password-dialog.tsx';

/** Password, address, and where the person is signed in. */
export function SecuritySection({ emailVerified }: { readonly emailVerified: boolean }) {
  const [sessions, reload] = useLoad(listSessions);
  const [changing, setChanging] = useState(false);
  const run = (work: Promise<void>, done: string) =>
    void work.then(
      () => {
        showToast(done);
        reload();
      },
      (error: unknown) => showToast(describeFailure(error).detail, 'danger'),
    );
  return (
    <section aria-labelledby="security">
      <div class="mb-3 flex items-center justify-between gap-4">
        <h2 id="security" class="font-semibold text-lg">
          Sign-in
        </h2>
        <button type="button" class="button" onClick={() => setChanging(true)}>
          Change the password
        </button>
      </div>
      {!emailVerified && (
        <div class="mb-3 flex flex-wrap items-center justify-between gap-3 rounded-lg bg-review-soft px-4 py-3 text-review text-sm">
          <p>Your e-mail address is not confirmed yet. Look for our mail.</p>
          <button type="button" class="button" onClick={() => run(resendVerification(), 'A new mail is on its way.')}>
            Send it again
          </button>
        </div>
      )}
      <div class="card">
        {sessions.state === 'loading' && (
          <div class="skeleton m-5 h-5" role="status" aria-label="Loading the sessions" />
        )}
        {sessions.state === 'failed' && <FailurePanel failure={sessions.failure} onRetry={reload} />}
        {sessions.state === 'ready' && (
          <ul aria-label="Where you are signed in">
            {sessions.value.data.map((each) => (
              <SessionRow
                key={each.id}
                session={each}
                onEnd={() => run(revokeSession(each.id), 'That session has ended.')}
              />
            ))}
          </ul>
        )}
      </div>
      {changing && (
        <PasswordDialog
          onClose={() => setChanging(false)}
          onChanged={() => {
            setChanging(false);
            reload();
          }}
        />
      )}
    </section>
  );
}

function SessionRow({ session, onEnd }: { readonly session: SessionView; readonly onEnd: () => void }) {
  const { user_agent: agent, ip, last_used_at: used, current } = session;
  return (
    <li class="flex items-center gap-4 border-line border-b px-5 py-3.5 last:border-b-0">
      <div class="min-w-0 flex-1">
        <p class="truncate font-medium" title={agent ?? ''}>
          {agent ?? 'A program of unknown name'}
        </p>
        <p class="text-ink-faint text-sm">
          {ip === null ? '' : `${ip} · `}last used {formatAge(used, Date.now())}
        </p>
      </div>
      {current ? (
        <span class="text-ink-soft text-sm">This one</span>
      ) : (
        <button type="button" class="button" aria-label={`End the session of ${agent ?? 'a program'}`} onClick={onEnd}>
          End
        </button>
      )}
    </li>
  );
}
