import type {
  AdministratedUser,
  AdministratedUserList,
  AdministratedUserQuery,
  AdministrateUserBody,
} from '#core/contract/administration';
import { AppError } from '#core/platform/errors';
import { type AdministratedUserRow, findUser, listUsers, setUserStatus } from '#core/store/administrated-users';
import { setAdministrator } from '#core/store/administrators';
import { resetSecondFactors } from '#core/store/reset-second-factors';
import { auditOf } from '../audit-event.ts';
import { closeLive } from '../close-live.ts';
import { forgetApiKeysIn } from '../identity/authenticate.ts';
import { forgetSessionsIn, sessionsEnded } from '../identity/session-liveness.ts';
import { byCreation, pageOf, pageRequest } from '../list-page.ts';
import { mailAccountChange } from '../mail/mail-account-change.ts';
import type { AdministratorContext } from './require-administrator.ts';

/** Returns users of all organizations, newest first. */
export async function listAdministratedUsers(
  { dependencies }: AdministratorContext,
  query: AdministratedUserQuery,
): Promise<AdministratedUserList> {
  const filter = { text: query.q, status: query.status };
  const page = pageRequest(query);
  const rows = await listUsers(dependencies.control, filter, page);
  return pageOf(rows, query.limit, byCreation, userView);
}

/** @throws AppError `not_found` */
export async function requireUser({ dependencies }: AdministratorContext, id: string): Promise<AdministratedUserRow> {
  const user = await findUser(dependencies.control, id);
  if (!user) throw new AppError('not_found', 'There is no such user.');
  return user;
}

/**
 * Suspends or activates a user (including one waiting for approval); appoints or removes an administrator.
 * @throws AppError `not_found`; `conflict` for oneself, the last administrator, or a concurrent change
 */
export async function administrateUser(
  context: AdministratorContext,
  id: string,
  body: AdministrateUserBody,
): Promise<AdministratedUser> {
  const { control } = context.dependencies;
  const user = await requireUser(context, id);
  if (user.id === context.caller.userId)
    throw new AppError('conflict', 'You cannot change your own account here. Ask another administrator.');
  const target = { kind: 'user', id: user.id };
  if (body.status !== undefined && body.status !== user.status) {
    const event = auditOf(context, 'user.status_changed', target, { status: user.status }, { status: body.status });
    const ended = await setUserStatus(control, user, body.status, event);
    if (ended === null) throw changedMeanwhile();
    sessionsEnded(context, user.id, ended);
    for (const { organizationId } of user.organizations) {
      forgetSessionsIn(organizationId);
      forgetApiKeysIn(organizationId);
    }
    const organizationIds = user.organizations.map((each) => each.organizationId);
    closeLive(context.dependencies, organizationIds, [user.id]);
  }
  const was = user.systemAdministratorAt !== null;
  if (body.system_administrator !== undefined && body.system_administrator !== was) {
    const to = body.system_administrator;
    const event = auditOf(
      context,
      'user.administrator_changed',
      target,
      { system_administrator: was },
      { system_administrator: to },
    );
    if (!(await setAdministrator(control, user.id, to, event)))
      throw new AppError(
        'conflict',
        'Only an active user can be an administrator, and at least one administrator must remain.',
      );
  }
  return userView(await requireUser(context, id));
}

/**
 * Removes all second factors of a user who lost them, and ends their sessions. @throws AppError `not_found`, `conflict`
 */
export async function resetMfa(context: AdministratorContext, id: string): Promise<void> {
  const user = await requireUser(context, id);
  if (user.id === context.caller.userId)
    throw new AppError('conflict', 'You cannot change your own account here. Ask another administrator.');
  const event = auditOf(context, 'second_factor.reset', { kind: 'user', id: user.id }, { methods: 'all' }, null);
  const organizationIds = user.organizations.map((each) => each.organizationId);
  const ended = await resetSecondFactors(context.dependencies.control, user.id, organizationIds, event);
  sessionsEnded(context, user.id, ended);
  mailAccountChange(context, user, 'factors_reset');
}

const changedMeanwhile = (): AppError =>
  new AppError('conflict', 'This was changed by someone else in the meantime. Reload and try again.');

function userView(row: AdministratedUserRow): AdministratedUser {
  return {
    id: row.id,
    email: row.email,
    first_name: row.firstName,
    last_name: row.lastName,
    status: row.status,
    email_verified: row.emailVerifiedAt !== null,
    system_administrator: row.systemAdministratorAt !== null,
    created_at: new Date(row.createdAt).toISOString(),
    organizations: row.organizations.map(({ organizationId, name, role, status }) => ({
      organization_id: organizationId,
      name,
      role,
      status,
    })),
  };
}
