import { useState } from 'preact/hooks';
import type { SessionView } from '#core/contract/account';
import { listSessions, resendVerification, revokeSession } from '../../api/account.ts';
import { OutboxHint } from '../../components/outbox-hint.tsx';
import { ListCard } from '../../components/page-list.tsx';
import { Section } from '../../components/section.tsx';
import { formatAge } from '../../formatting/dates.ts';
import { runAction } from '../../state/run-action.ts';
import { usePages } from '../../state/use-pages.ts';
import { describeAgent } from '../../wording/describe-agent.ts';
import { PasswordDialog } from './password-dialog.tsx';

/** Password, e-mail confirmation and active sessions. */
export function SecuritySection({ emailVerified }: { readonly emailVerified: boolean }) {
  const sessions = usePages(listSessions);
  const [changing, setChanging] = useState(false);
  return (
    <Section
      title="Sign-in"
      action={
        <button type="button" class="button" onClick={() => setChanging(true)}>
          Change password
        </button>
      }
    >
      {!emailVerified && (
        <div class="mb-3 flex flex-wrap items-center justify-between gap-3 rounded-lg bg-review-soft px-4 py-3 text-review text-sm">
          <div class="flex flex-col gap-1">
            <p>Your e-mail address is not confirmed yet. Open the link in the mail we sent you.</p>
            <OutboxHint />
          </div>
          <button
            type="button"
            class="button"
            onClick={() => runAction(resendVerification(), 'Mail sent.', sessions.reload)}
          >
            Resend
          </button>
        </div>
      )}
      <ListCard
        pages={sessions}
        what="the sessions"
        empty={{ icon: 'key', title: 'No sessions', text: 'You are not signed in anywhere.' }}
      >
        {(each) => (
          <SessionRow
            key={each.id}
            session={each}
            onEnd={() => runAction(revokeSession(each.id), 'Session signed out.', sessions.reload)}
          />
        )}
      </ListCard>
      {changing && (
        <PasswordDialog
          onClose={() => setChanging(false)}
          onChanged={() => {
            setChanging(false);
            sessions.reload();
          }}
        />
      )}
    </Section>
  );
}

function SessionRow({ session, onEnd }: { readonly session: SessionView; readonly onEnd: () => void }) {
  const { user_agent: agent, ip, last_used_at: used, current } = session;
  return (
    <li class="flex items-center gap-4 border-line border-b px-5 py-3.5 last:border-b-0">
      <div class="min-w-0 flex-1">
        <p class="truncate font-medium" title={agent ?? ''}>
          {describeAgent(agent)}
        </p>
        <p class="text-ink-faint text-sm">
          {ip === null ? '' : `${ip} · `}last used {formatAge(used, Date.now())}
        </p>
      </div>
      {current ? (
        <span class="text-ink-soft text-sm">This session</span>
      ) : (
        <button type="button" class="button" aria-label={`Sign out ${describeAgent(agent)}`} onClick={onEnd}>
          Sign out
        </button>
      )}
    </li>
  );
}
