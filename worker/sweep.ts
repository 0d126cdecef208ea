import { parseJobMessage } from '#core/jobs/message';
import { newId } from '#core/platform/ids';
import { forgetRequests } from '#core/store/idempotent-requests';
import { deleteOldSecurityEvents } from '#core/store/security-events';
import { deleteExpiredChallenges } from '#core/store/sign-in-challenges';
import { listDueOutbox, postponeOutbox } from '#core/store/system';
import { createDependencies, providerOf } from './dependencies.ts';
import type { Environment } from './environment.ts';
import { appointFirstAdministrators } from './services/administration/appoint.ts';
import type { Dependencies } from './services/context.ts';
import { sendDueMails } from './services/mail/durable-sender.ts';
import { sweepAudit } from './sweep-audit.ts';
import { purgeDocuments } from './sweep-documents.ts';
import { deleteExpiredExports, wakeOpenExports } from './sweep-exports.ts';
import { purgeOrganizations } from './sweep-organizations.ts';
import { indexPendingTexts } from './sweep-search.ts';
import { deleteExpiredEvents, wakeOverdueWebhooks } from './sweep-webhooks.ts';

/** Rows processed per run; the rest waits for the next run, a minute later. */
const SWEEP_LIMIT = 500;
/** Maximum backoff factor for jobs that were resent without success. */
const MAX_BACKOFF = 32;
const DAY_MS = 86_400_000;

/** Runs every minute. A failing part does not block the others; the run fails after all of them have run. */
export async function sweep(env: Environment, execution: ExecutionContext): Promise<void> {
  const dependencies = createDependencies(env, execution, newId('request', Date.now()));
  const provider = providerOf(env);
  const parts: Readonly<Record<string, () => Promise<unknown>>> = {
    jobs: () => sendJobsAgain(dependencies),
    ...(provider && { mails: () => sendDueMails(dependencies, provider) }),
    challenges: () => deleteExpiredChallenges(dependencies.control, dependencies.now()),
    strangers: () => forgetOldRefusals(dependencies),
    repetitions: () => forgetOldRequests(dependencies),
    administrators: () => appointFirstAdministrators(dependencies),
    audit: () => sweepAudit(dependencies),
    documents: () => purgeDocuments(dependencies),
    organizations: () => purgeOrganizations(dependencies),
    search: () => indexPendingTexts(dependencies),
    webhooks: () => wakeOverdueWebhooks(dependencies),
    exports: () => wakeOpenExports(dependencies),
    files: () => deleteExpiredExports(dependencies),
    events: () => deleteExpiredEvents(dependencies),
  };
  const errors: unknown[] = [];
  for (const [part, run] of Object.entries(parts)) {
    await run().catch((error: unknown) => {
      dependencies.log.error('a part of the sweep failed', error, { part });
      errors.push(error);
    });
  }
  if (errors.length > 0) throw new AggregateError(errors, 'the sweep is incomplete');
}

/**
 * Resends every job that was not claimed in time: its message was lost, its consumer crashed, or the send after the
 * commit failed. Duplicate messages are harmless; finished jobs have no outbox row.
 */
async function sendJobsAgain({ settings, tenant, jobs, now, log }: Dependencies): Promise<void> {
  const db = tenant('DB');
  const due = await listDueOutbox(db, now(), SWEEP_LIMIT);
  let sent = 0;
  for (const row of due) {
    const wait = settings.SWEEP_AGE_SECONDS * 1000 * Math.min(2 ** row.attempts, MAX_BACKOFF);
    if (!(await postponeOutbox(db, row, now() + wait))) continue;
    const message = parseJobMessage(JSON.parse(row.payload));
    if (!message) {
      log.error('outbox row is no job message', new TypeError('unreadable outbox payload'), { outbox_id: row.id });
      continue;
    }
    await jobs.send(message);
    sent += 1;
  }
  if (sent > 0) log.info('sweeper sent jobs again', { sent });
}

function forgetOldRefusals({ control, settings, now }: Dependencies): Promise<void> {
  return deleteOldSecurityEvents(control, now() - settings.SECURITY_EVENT_DAYS * DAY_MS);
}

function forgetOldRequests({ control, settings, now }: Dependencies): Promise<void> {
  return forgetRequests(control, now() - settings.IDEMPOTENCY_SECONDS * 1000);
}
