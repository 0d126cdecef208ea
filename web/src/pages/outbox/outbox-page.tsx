import { listOutbox } from '../../api/account.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { formatTime } from '../../formatting/dates.ts';
import { useLoad } from '../../state/use-load.ts';
import { useTitle } from '../../state/use-title.ts';

/** Mails a development server kept instead of sending. The text form is shown, with its links to follow. */
export function OutboxPage() {
  useTitle('Outbox');
  const [mails, reload] = useLoad(listOutbox);
  if (mails.state === 'failed') return <FailurePanel failure={mails.failure} onRetry={reload} />;
  return (
    <main class="mx-auto flex max-w-3xl flex-col gap-5 px-4 py-8 sm:px-6">
      <div class="flex items-center justify-between gap-4">
        <h1 class="font-semibold text-2xl tracking-tight">Outbox</h1>
        <button type="button" class="button" onClick={reload}>
          Reload
        </button>
      </div>
      <p class="text-ink-soft">This server runs for development: it sends no mail and shows here what it would send.</p>
      {mails.state === 'ready' && mails.value.data.length === 0 && (
        <EmptyState icon="inbox" title="No mails yet" text="Register, invite somebody or ask for a new password." />
      )}
      {mails.state === 'ready' &&
        mails.value.data.map((mail) => (
          <article key={mail.id} class="card p-5">
            <h2 class="font-semibold">{mail.subject}</h2>
            <p class="mb-3 break-words text-ink-faint text-sm">
              to {mail.recipient} · {formatTime(mail.created_at)}
            </p>
            <p class="whitespace-pre-line break-words text-sm">
              {mail.text.split(/(https?:\/\/\S+)/).map((part, at) =>
                at % 2 === 1 ? (
                  <a key={part} class="link break-all" href={part} target="_self">
                    {part}
                  </a>
                ) : (
                  part
                ),
              )}
            </p>
          </article>
        ))}
    </main>
  );
}
