import { listOutbox } from '../api/account.ts';
import { useLoad } from '../state/use-load.ts';

/** Links to the outbox of a development server, which sends no mail; renders nothing on other servers. */
export function OutboxHint() {
  const [outbox] = useLoad((signal) => listOutbox(null, signal));
  if (outbox.state !== 'ready') return null;
  return (
    <p class="text-sm">
      This development server sends no mail. Find it in the{' '}
      <a class="link" href="/dev/outbox">
        outbox
      </a>
      .
    </p>
  );
}
