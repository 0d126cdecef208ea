import type { OrganizationView } from '#core/contract/identity';
import type { CreateOrganizationBody } from '#core/contract/organizations';
import { slugOf } from '#core/domain/slug';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { findActivePerson, findTaken } from '#core/store/identity';
import { insertOrganization } from '#core/store/organizations';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { organizationView } from '../identity/identity-view.ts';
import { requireOwnSession, sessionOf } from '../identity/require-session.ts';
import { withEnding } from './slug-ending.ts';

/** Slugs tried before giving up: the plain one, then with random endings. */
const SLUG_ATTEMPTS = 4;

/** Another organization, owned by the caller. @throws AppError `conflict` at the cap, `forbidden` for an API key */
export async function createOrganization(
  context: SignedInContext,
  body: CreateOrganizationBody,
): Promise<OrganizationView> {
  const { userId } = sessionOf(context);
  await requireOwnSession(context);
  const { control, settings, now } = context.dependencies;
  const cap = settings.ORGANIZATIONS_PER_OWNER;
  const plain = slugOf(body.name);
  let slug = plain;
  for (let attempt = 1; ; attempt++) {
    const id = newId('organization', now());
    const event = auditOf(context, {
      action: 'organization.created',
      targetKind: 'organization',
      targetId: id,
      outcome: 'success',
      changes: { name: [null, body.name] },
    });
    try {
      await insertOrganization(control, { id, name: body.name, slug, ownerId: userId, cap }, event);
    } catch (error) {
      // A unique rule may have refused it: the table says so, the error's text does not have to.
      const taken = await findTaken(control, '', slug);
      if (!taken.slug || attempt >= SLUG_ATTEMPTS) throw error;
      slug = withEnding(plain);
      continue;
    }
    const person = await findActivePerson(control, userId);
    const made = person?.memberships.find((each) => each.organizationId === id);
    if (!made) throw new AppError('conflict', `One person owns at most ${cap} organizations.`);
    return organizationView(made);
  }
}
