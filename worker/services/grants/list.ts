import type { GrantList, GrantListQuery } from '#core/contract/grants';
import { AppError } from '#core/platform/errors';
import { listGrants } from '#core/store/grants';
import { lacks, requireSomewhere, type SignedInContext } from '../context.ts';
import { byCreation, pageOf, pageRequest } from '../list-page.ts';
import { findObject, MANAGES_REACH, requireGrantable } from './object.ts';
import { grantView } from './view.ts';

/**
 * Returns live grants, newest first: those on one object for its managers, or all for callers with access to
 * everything.
 * @throws AppError `validation_failed` for an unknown object, `forbidden`
 */
export async function listVisibleGrants(context: SignedInContext, query: GrantListQuery): Promise<GrantList> {
  requireSomewhere(context, MANAGES_REACH);
  const { caller, dependencies } = context;
  const { object_kind: kind, object_id: id } = query;
  const object = kind !== undefined && id !== undefined ? { kind, id } : undefined;
  if (object) requireGrantable(await existing(context, object), []);
  else if (!caller.reach.everywhere || caller.reach.boundTo !== null) throw lacks('members.manage');
  const rows = await listGrants(
    dependencies.control,
    caller.organizationId,
    { object, subjectId: query.subject_id, now: dependencies.now() },
    pageRequest(query),
  );
  return pageOf(rows, query.limit, byCreation, grantView);
}

async function existing(context: SignedInContext, object: Parameters<typeof findObject>[1]) {
  const found = await findObject(context, object);
  if (found) return found;
  const message = `There is no such ${object.kind}.`;
  throw new AppError('validation_failed', message, { errors: [{ path: 'query.object_id', message }] });
}
