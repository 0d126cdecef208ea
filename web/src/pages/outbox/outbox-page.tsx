import type { DevelopmentMailView } from '#core/contract/development-mails';
import { listOutbox } from '../../api/account.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageList } from '../../components/page-list.tsx';
import { formatTime } from '../../formatting/dates.ts';
import { usePages } from '../../state/use-pages.ts';
import { useTitle } from '../../state/use-title.ts';

/** The mails that a development server stored instead of sending them, as text with working links. */
export function OutboxPage() {
  useTitle('Outbox');
  const mails = usePages(listOutbox);
  return (
    <main class="mx-auto flex max-w-3xl flex-col gap-5 px-4 py-8 sm:px-6">
      <div class="flex items-center justify-between gap-4">
        <h1 class="font-semibold text-2xl tracking-tight">Outbox</h1>
        <button type="button" class="button" onClick={mails.reload}>
          Reload
        </button>
      </div>
      <p class="text-ink-soft">This development server sends no mail. It shows here what it would have sent.</p>
      <PageList
        pages={mails}
        what="the mails"
        empty={<EmptyState icon="inbox" title="No mails yet" text="Register, invite someone or reset a password." />}
      >
        {(mail) => <Mail key={mail.id} mail={mail} />}
      </PageList>
    </main>
  );
}

function Mail({ mail }: { readonly mail: DevelopmentMailView }) {
  return (
    <li class="mb-5">
      <article class="card p-5">
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
    </li>
  );
}
