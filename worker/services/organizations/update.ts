import type { OrganizationView } from '#core/contract/identity';
import type { UpdateOrganizationBody } from '#core/contract/organizations';
import { AppError } from '#core/platform/errors';
import { rethrowTransient } from '#core/platform/transient-fault';
import { findActivePerson, findTaken } from '#core/store/identity';
import { updateOrganization } from '#core/store/organizations';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { organizationView } from '../identity/identity-view.ts';
import { requireLiveSession } from '../identity/require-session.ts';
import { requireOwnOrganization } from './own-organization.ts';

/** Changes the name or the slug. @throws AppError `not_found`, `conflict` if the slug is taken */
export async function updateOwnOrganization(
  context: SignedInContext,
  id: string,
  body: UpdateOrganizationBody,
): Promise<OrganizationView> {
  requirePermission(context, 'organization.update');
  requireOwnOrganization(context, id);
  await requireLiveSession(context);
  const { control } = context.dependencies;
  const { organizationId, userId } = context.caller;
  const person = await findActivePerson(control, userId);
  const now = person?.memberships.find((each) => each.organizationId === organizationId);
  if (!now) throw new AppError('not_found', 'There is no such organization.');
  const to = { name: body.name ?? now.name, slug: body.slug ?? now.slug };
  if (to.name === now.name && to.slug === now.slug) return organizationView(now);
  const event = auditOf(
    context,
    'organization.updated',
    { kind: 'organization', id: organizationId },
    { name: now.name, slug: now.slug },
    { name: to.name, slug: to.slug },
  );
  try {
    await updateOrganization(control, organizationId, to, event);
  } catch (error) {
    rethrowTransient(error);
    const taken = to.slug !== now.slug && (await findTaken(control, '', to.slug)).slug;
    throw taken ? new AppError('conflict', 'Another organization already uses this slug.') : error;
  }
  return organizationView({ ...now, ...to });
}
