import type { OrganizationId, UserId } from '#core/domain/id';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { rethrowTransient } from '#core/platform/transient-fault';
import { findTaken } from '#core/store/identity';
import { insertOwner, type NewOwner } from '#core/store/registration';
import type { NewSession } from '#core/store/sessions';
import type { RequestContext } from '../context.ts';
import { withEnding } from '../organizations/slug-ending.ts';
import { personEvent } from './person-event.ts';

/** Number of slugs tried: the plain one, then ones with random suffixes. */
const SLUG_ATTEMPTS = 4;

export type OwnerWish = Omit<NewOwner, 'userId' | 'organizationId' | 'slug' | 'status' | 'now'> & {
  /** The slug to use if it is free. */
  readonly plainSlug: string;
};

export interface OwnerMade {
  readonly userId: UserId;
  readonly organizationId: OrganizationId;
}

/**
 * Creates a user with their own organization; with approval enabled, the user waits for it. `sessionOf` creates a
 * session in the same batch. @throws AppError `conflict` if the email is taken
 */
export async function insertNewOwner(
  context: RequestContext,
  { plainSlug, ...wish }: OwnerWish,
  sessionOf?: (owner: OwnerMade, now: number) => NewSession,
): Promise<OwnerMade> {
  const { control, now, signInPolicy } = context.dependencies;
  const before = await findTaken(control, wish.emailNormalized, plainSlug);
  if (before.email) throw emailTaken();
  let slug = before.slug ? withEnding(plainSlug) : plainSlug;
  for (let attempt = 1; ; attempt++) {
    const at = now();
    const made = { userId: newId('user', at), organizationId: newId('organization', at) };
    const status = signInPolicy.registration === 'approval' ? ('pending' as const) : ('active' as const);
    const event = personEvent(context, made.userId, 'organization.created', {
      kind: 'organization',
      id: made.organizationId,
    });
    try {
      await insertOwner(control, { ...wish, ...made, slug, status, now: at }, sessionOf?.(made, at) ?? null, event);
      return made;
    } catch (error) {
      rethrowTransient(error);
      // A unique constraint may have failed: check the tables instead of parsing the error.
      const taken = await findTaken(control, wish.emailNormalized, slug);
      if (taken.email) throw emailTaken();
      if (!taken.slug || attempt >= SLUG_ATTEMPTS) throw error;
      slug = withEnding(plainSlug);
    }
  }
}

export const emailTaken = (): AppError =>
  new AppError('conflict', 'An account with this email address already exists. Sign in instead.');
