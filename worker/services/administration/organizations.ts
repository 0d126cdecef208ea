import type {
  AdministratedOrganization,
  AdministratedOrganizationList,
  AdministratedOrganizationQuery,
  AdministrateOrganizationBody,
} from '#core/contract/administration';
import { AppError } from '#core/platform/errors';
import {
  type AdministratedOrganizationRow,
  administrateOrganization,
  findAnyOrganization,
  listAllOrganizations,
} from '#core/store/administrated-organizations';
import { auditOf } from '../audit-event.ts';
import { closeLive } from '../close-live.ts';
import { forgetApiKeysIn } from '../identity/authenticate.ts';
import { forgetSessionsIn } from '../identity/session-liveness.ts';
import { byCreation, pageOf, pageRequest } from '../list-page.ts';
import type { AdministratorContext } from './require-administrator.ts';

/** Returns all organizations, newest first. */
export async function listAdministratedOrganizations(
  { dependencies }: AdministratorContext,
  query: AdministratedOrganizationQuery,
): Promise<AdministratedOrganizationList> {
  const filter = { text: query.q, status: query.status, plan: query.plan };
  const page = pageRequest(query);
  const rows = await listAllOrganizations(dependencies.control, filter, page);
  return pageOf(rows, query.limit, byCreation, view);
}

/**
 * Changes an organization's plan, suspends or reactivates it. Takes effect immediately, including for sessions and
 * keys.
 * @throws AppError `not_found`, `conflict` if it is being deleted or was changed in the meantime
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
  const event = auditOf(
    context,
    'organization.administrated',
    target,
    { plan: from.plan, status: from.status },
    { plan: to.plan, status: to.status },
  );
  if (!(await administrateOrganization(control, from, to, event)))
    throw new AppError('conflict', 'This was changed by someone else in the meantime. Reload and try again.');
  forgetSessionsIn(from.id);
  forgetApiKeysIn(from.id);
  closeLive(context.dependencies, [from.id]);
  return view({ ...from, ...to });
}

function view({ createdAt, ...row }: AdministratedOrganizationRow): AdministratedOrganization {
  return { ...row, created_at: new Date(createdAt).toISOString() };
}
