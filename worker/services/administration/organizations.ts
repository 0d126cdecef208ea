import type {
  AdministratedOrganization,
  AdministratedOrganizationList,
  AdministratedOrganizationQuery,
  AdministrateOrganizationBody,
} from '#core/contract/administration';
import type { OrganizationId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import {
  type AdministratedOrganizationRow,
  administrateOrganization,
  findAnyOrganization,
  listAllOrganizations,
} from '#core/store/administrated-organizations';
import { closeLive } from '../close-live.ts';
import { forgetApiKeysIn } from '../identity/authenticate.ts';
import { forgetSessionsIn } from '../identity/session-liveness.ts';
import { pageOf, readCursor } from '../list-page.ts';
import { administratorEvent } from './audit.ts';
import type { AdministratorContext } from './require-administrator.ts';

/** All organizations, the newest first. */
export async function listAdministratedOrganizations(
  { dependencies }: AdministratorContext,
  query: AdministratedOrganizationQuery,
): Promise<AdministratedOrganizationList> {
  const filter = { text: query.q, status: query.status, plan: query.plan };
  const page = { limit: query.limit + 1, after: readCursor(query.cursor) };
  const rows = await listAllOrganizations(dependencies.control, filter, page);
  return pageOf(rows, query.limit, (row) => ({ at: row.createdAt, id: row.id }), view);
}

/**
 * Gives an organization another plan, suspends it or lets it work again; at once, also for its sessions and keys.
 * @throws AppError `not_found`, `conflict` when it is being deleted or was changed meanwhile
 */
export async function changeAnyOrganization(
  context: AdministratorContext,
  id: string,
  body: AdministrateOrganizationBody,
): Promise<AdministratedOrganization> {
  const { control } = context.dependencies;
  const from = await findAnyOrganization(control, id);
  if (!from) throw new AppError('not_found', 'There is no such organization.');
  if (from.status !== 'active' && from.status !== 'suspended')
    throw new AppError('conflict', 'This organization is being deleted.');
  const to = { plan: body.plan ?? from.plan, status: body.status ?? from.status };
  if (to.plan === from.plan && to.status === from.status) return view(from);
  const target = { kind: 'organization', id: from.id };
  const event = administratorEvent(context, 'organization.administrated', target, {
    plan: [from.plan, to.plan],
    status: [from.status, to.status],
  });
  if (!(await administrateOrganization(control, from, to, event)))
    throw new AppError('conflict', 'Somebody changed this meanwhile. Look again.');
  forgetSessionsIn(from.id as OrganizationId);
  forgetApiKeysIn(from.id as OrganizationId);
  closeLive(context.dependencies, [from.id as OrganizationId]);
  return view({ ...from, ...to });
}

function view({ createdAt, ...row }: AdministratedOrganizationRow): AdministratedOrganization {
  return { ...row, created_at: new Date(createdAt).toISOString() };
}
