import type { OrganizationView } from '#core/contract/identity';
import { AppError } from '#core/platform/errors';
import { findActivePerson } from '#core/store/identity';
import { setDeletion } from '#core/store/organizations';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { organizationView } from '../identity/identity-view.ts';
import { requireLiveSession, sessionOf } from '../identity/require-session.ts';
import { withAnswer } from '../repeat-safely.ts';
import { requireOwnOrganization } from './own-organization.ts';

const DAY_MS = 86_400_000;

/**
 * Schedules the organization for deletion in ORGANIZATION_DELETION_DAYS. Until then everything works, everyone sees the
 * date, and an owner can cancel it. Idempotent.
 * @throws AppError `not_found`, `forbidden` for an API key
 */
export function deleteOrganization(context: SignedInContext, id: string): Promise<OrganizationView> {
  const { settings, now } = context.dependencies;
  return decide(context, id, now() + settings.ORGANIZATION_DELETION_DAYS * DAY_MS);
}

/** Cancels the deletion. @throws AppError as `deleteOrganization` */
export function restoreOrganization(context: SignedInContext, id: string): Promise<OrganizationView> {
  return decide(context, id, null);
}

async function decide(context: SignedInContext, id: string, deletesAt: number | null): Promise<OrganizationView> {
  requirePermission(context, 'organization.delete');
  requireOwnOrganization(context, id);
  const { organizationId, userId } = sessionOf(context);
  await requireLiveSession(context);
  const { control } = context.dependencies;
  const action = deletesAt === null ? 'organization.restored' : 'organization.deleted';
  const after = deletesAt === null ? null : { deletes_at: new Date(deletesAt).toISOString() };
  const event = auditOf(context, action, { kind: 'organization', id: organizationId }, null, after);
  const membership = async () => {
    const person = await findActivePerson(control, userId);
    const found = person?.memberships.find((each) => each.organizationId === organizationId);
    if (!found) throw new AppError('not_found', 'There is no such organization.');
    return found;
  };
  const view = organizationView({ ...(await membership()), deletesAt });
  const answered = await withAnswer(context, event, view);
  const decided = await setDeletion(control, organizationId, deletesAt, answered);
  return decided ? view : organizationView(await membership());
}
