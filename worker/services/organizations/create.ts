import type { OrganizationView } from '#core/contract/identity';
import type { CreateOrganizationBody } from '#core/contract/organizations';
import { PLAN_BOUNDS } from '#core/domain/plans';
import { slugOf } from '#core/domain/slug';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { rethrowTransient } from '#core/platform/transient-fault';
import { findActivePerson, findTaken, type PersonRow } from '#core/store/identity';
import { insertOrganization } from '#core/store/organizations';
import type { CapByPlan } from '#core/store/plan-cap';
import { auditOf } from '../audit-event.ts';
import type { SignedInContext } from '../context.ts';
import { organizationView } from '../identity/identity-view.ts';
import { requireOwnSession, sessionOf } from '../identity/require-session.ts';
import { capByPlan } from '../plan-limit.ts';
import { withAnswer } from '../repeat-safely.ts';
import { withEnding } from './slug-ending.ts';

/** Number of slugs tried: the plain one, then ones with random suffixes. */
const SLUG_ATTEMPTS = 4;

/**
 * Creates another organization owned by the caller. @throws AppError `plan_limit_reached`, `forbidden` for an API key
 */
export async function createOrganization(
  context: SignedInContext,
  body: CreateOrganizationBody,
): Promise<OrganizationView> {
  const { userId } = sessionOf(context);
  await requireOwnSession(context);
  const { control, now } = context.dependencies;
  const cap = capByPlan(context, 'organizations');
  const plain = slugOf(body.name);
  let slug = plain;
  for (let attempt = 1; ; attempt++) {
    const id = newId('organization', now());
    const event = auditOf(context, 'organization.created', { kind: 'organization', id }, null, { name: body.name });
    const view = organizationView({
      organizationId: id,
      name: body.name,
      slug,
      plan: 'starter',
      role: 'owner',
      customRoleName: null,
      createdAt: event.occurredAt,
      deletesAt: null,
    });
    try {
      const answered = await withAnswer(context, event, view);
      await insertOrganization(control, { id, name: body.name, slug, ownerId: userId, cap }, answered);
    } catch (error) {
      rethrowTransient(error);
      // A unique constraint may have failed: check the table instead of parsing the error.
      const taken = await findTaken(control, '', slug);
      if (!taken.slug || attempt >= SLUG_ATTEMPTS) throw error;
      slug = withEnding(plain);
      continue;
    }
    const person = await findActivePerson(control, userId);
    if (!person?.memberships.some((each) => each.organizationId === id)) throw tooMany(person, cap);
    return view;
  }
}

function tooMany(person: PersonRow | null, cap: CapByPlan): AppError {
  const owned = person?.memberships.filter((each) => each.role === 'owner') ?? [];
  const most = Math.max(cap.starter, ...owned.map(({ plan }) => cap[plan]));
  return new AppError('plan_limit_reached', `The plan allows at most ${most} ${PLAN_BOUNDS.organizations}.`);
}
