import type { CreateGrantBody, GrantView } from '#core/contract/grants';
import { GRANTABLE } from '#core/domain/grants';
import { permissionBits } from '#core/domain/permissions';
import { isBuiltInRole } from '#core/domain/roles';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { findCustomRole } from '#core/store/custom-roles';
import { insertGrant } from '#core/store/grants';
import { findMember } from '#core/store/members';
import { findUsableWorkspaces } from '#core/store/workspaces';
import { auditOf } from '../audit-event.ts';
import { requireSomewhere, type SignedInContext } from '../context.ts';
import { requireLiveSession, whyUnchanged } from '../identity/require-session.ts';
import { invalidateAccess } from '../invalidate-access.ts';
import { withAnswer } from '../repeat-safely.ts';
import { findObject, MANAGES_REACH, requireGrantable } from './object.ts';
import { grantView } from './view.ts';

/**
 * Grants a member, a role or a workspace permissions on one object.
 * @throws AppError `validation_failed` for an unknown object or subject, inapplicable permissions or an expiry in the
 * past; `forbidden` for more than the caller holds on the object; `conflict` at the limit
 */
export async function createGrant(context: SignedInContext, body: CreateGrantBody): Promise<GrantView> {
  requireSomewhere(context, MANAGES_REACH);
  await requireLiveSession(context);
  const { caller, dependencies } = context;
  const now = dependencies.now();
  const object = await findObject(context, { kind: body.object_kind, id: body.object_id });
  if (!object) throw invalid('object_id', `There is no such ${body.object_kind}.`);
  if (!(await isSubject(context, body))) throw invalid('subject_id', `There is no such ${body.subject_kind}.`);
  const odd = body.permissions.find((name) => !GRANTABLE[body.object_kind].includes(name));
  if (odd) throw invalid('permissions', `${odd} means nothing on a ${body.object_kind}.`);
  requireGrantable(object, body.permissions);
  const expiresAt = body.expires_at === undefined ? null : Date.parse(body.expires_at);
  if (expiresAt !== null && expiresAt <= now) throw invalid('expires_at', 'The end of a grant lies in the future.');
  const grant = {
    id: newId('grant', now),
    objectKind: body.object_kind,
    objectId: body.object_id,
    subjectKind: body.subject_kind,
    subjectId: body.subject_id,
    permissions: permissionBits(body.permissions),
    grantedBy: caller.userId,
    createdAt: now,
    expiresAt,
    revokedAt: null,
  };
  const view = grantView({ ...grant, organizationId: caller.organizationId });
  const event = auditOf(context, 'grant.created', { kind: body.object_kind, id: body.object_id }, null, {
    [`${body.subject_kind}_permissions`]: body.permissions,
    subject_id: body.subject_id,
    expires_at: body.expires_at ?? null,
  });
  const cap = dependencies.settings.GRANTS_PER_ORGANIZATION;
  const answered = await withAnswer(context, event, view);
  if (!(await insertGrant(dependencies.control, caller.organizationId, grant, cap, answered)))
    throw await whyUnchanged(
      context,
      () => new AppError('conflict', `An organization can have at most ${cap} grants.`),
    );
  invalidateAccess(context);
  return view;
}

async function isSubject({ caller, dependencies }: SignedInContext, body: CreateGrantBody): Promise<boolean> {
  const { control } = dependencies;
  const { organizationId } = caller;
  const id = body.subject_id;
  switch (body.subject_kind) {
    case 'member':
      return (await findMember(control, organizationId, id)) !== null;
    case 'role':
      return isBuiltInRole(id) || (await findCustomRole(control, organizationId, id)) !== null;
    case 'workspace':
      return (await findUsableWorkspaces(control, organizationId, [id])).length > 0;
  }
}

function invalid(field: string, message: string): AppError {
  return new AppError('validation_failed', message, { errors: [{ path: `json.${field}`, message }] });
}
