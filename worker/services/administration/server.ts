import type {
  AdministratedJobList,
  AdministratedJobQuery,
  ServerHealth,
  ServerSettings,
} from '#core/contract/administration';
import { CONTROL_BINDING } from '#core/db/connect';
import { SETTINGS, type SettingName } from '#core/platform/settings';
import { countMails } from '#core/store/mail-outbox';
import { listTroubledJobs, readJobFigures } from '#core/store/server-health';
import { checkReadiness } from '../check-readiness.ts';
import { pageOf, pageRequest } from '../list-page.ts';
import type { AdministratorContext } from './require-administrator.ts';

/** Returns the deployment's settings. Secrets are listed by name only. */
export function readServerSettings({ dependencies }: AdministratorContext): ServerSettings {
  const { settings, environment, publicUrl, secretNames } = dependencies;
  const names = Object.keys(SETTINGS) as SettingName[];
  return {
    data: [
      { name: 'ENVIRONMENT', value: environment, is_default: false, meaning: 'What kind of deployment this is' },
      { name: 'PUBLIC_URL', value: publicUrl, is_default: publicUrl === null, meaning: 'Begin of the links in mails' },
      ...names.map((name) => ({
        name,
        value: String(settings[name]),
        is_default: settings[name] === SETTINGS[name].default,
        meaning: SETTINGS[name].meaning,
      })),
      ...secretNames.map((name) => ({ name, value: null, is_default: false, meaning: 'A secret; set, never shown' })),
    ],
  };
}

/** Returns the state of each dependency, and pending and stuck work. */
export async function readServerHealth(context: AdministratorContext): Promise<ServerHealth> {
  const { control, tenant, now } = context.dependencies;
  const [parts, jobs, mails] = await Promise.all([
    checkReadiness(context),
    readJobFigures(tenant(CONTROL_BINDING), now()),
    countMails(control),
  ]);
  return {
    parts: [...parts],
    jobs_queued: jobs.queued,
    jobs_processing: jobs.processing,
    jobs_stuck: jobs.stuck,
    jobs_failed_last_day: jobs.failedLastDay,
    mails_waiting: mails.waiting,
    mails_dead: mails.dead,
    audit_events_unsealed: jobs.unsealed,
  };
}

/** Returns stuck and failed jobs of all organizations: ids and reasons, no document data. */
export async function listAdministratedJobs(
  { dependencies }: AdministratorContext,
  query: AdministratedJobQuery,
): Promise<AdministratedJobList> {
  const { tenant, now } = dependencies;
  const page = pageRequest(query);
  const rows = await listTroubledJobs(tenant(CONTROL_BINDING), query.kind, now(), page);
  return pageOf(
    rows,
    query.limit,
    (row) => ({ at: row.updatedAt, id: row.id }),
    (row) => ({
      id: row.id,
      organization_id: row.organizationId,
      document_id: row.documentId,
      status: row.status,
      attempts: row.attempts,
      error_code: row.errorCode,
      created_at: new Date(row.createdAt).toISOString(),
      updated_at: new Date(row.updatedAt).toISOString(),
    }),
  );
}
