import { listOutbox } from '../api/account.ts';
import { useLoad } from '../state/use-load.ts';

/** Says where the mail is on a development server, which sends none. Shows nothing elsewhere: there is no outbox. */
export function OutboxHint() {
  const [outbox] = useLoad((signal) => listOutbox(null, signal));
  if (outbox.state !== 'ready') return null;
  return (
    <p class="text-sm">
      This server runs for development and sends no mail. Read it in the{' '}
      <a class="link" href="/dev/outbox">
        outbox
      </a>
      .
    </p>
  );
}
