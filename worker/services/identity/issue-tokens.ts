import type { Identity } from '#core/contract/identity';
import type { SessionId, UserId } from '#core/domain/id';
import { signAccessToken } from '#core/security/access-token';
import { randomToken } from '#core/security/digest';
import type { MembershipRow, PersonRow } from '#core/store/identity';
import type { RequestContext } from '../context.ts';
import { organizationView, permissionsOf, userView } from './identity-view.ts';
import { withoutSensitive } from './impersonated-permissions.ts';

/** Makes the token recognizable to people and secret scanners. */
const REFRESH_PREFIX = 'nc_refresh_';
const REFRESH_BYTES = 32;

export const newRefreshToken = (): string => `${REFRESH_PREFIX}${randomToken(REFRESH_BYTES)}`;

/** A completed sign-in; lifetimes in seconds. */
export interface SignIn {
  readonly identity: Identity;
  readonly accessToken: string;
  readonly accessSeconds: number;
  /** Absent if the caller's refresh token stays valid. */
  readonly refreshToken?: string;
  readonly refreshSeconds: number;
}

/** Issues the access token and identity for the organization of `membership`. */
export async function signIn(
  { dependencies }: RequestContext,
  person: PersonRow,
  membership: MembershipRow,
  sessionId: SessionId,
  refreshToken?: string,
  impersonation?: { readonly impersonatorId: UserId; readonly seconds: number },
): Promise<SignIn> {
  const { settings, signingKeys, now } = dependencies;
  const permissions = permissionsOf(membership.role, membership.customPermissions);
  const accessSeconds = impersonation?.seconds ?? settings.ACCESS_TOKEN_SECONDS;
  const accessToken = await signAccessToken(
    signingKeys,
    {
      userId: person.user.id,
      organizationId: membership.organizationId,
      sessionId,
      shard: membership.shard,
      role: membership.role,
      permissions: new Set(permissions),
      ...(impersonation ? { impersonatorId: impersonation.impersonatorId } : {}),
    },
    now(),
    accessSeconds,
  );
  return {
    identity: {
      user: userView(person.user),
      organization: organizationView(membership),
      organizations: person.memberships.map(organizationView),
      permissions: impersonation ? [...withoutSensitive(permissions)] : [...permissions],
      impersonated_by: impersonation?.impersonatorId ?? null,
    },
    accessToken,
    accessSeconds,
    refreshSeconds: settings.REFRESH_TOKEN_SECONDS,
    ...(refreshToken === undefined ? {} : { refreshToken }),
  };
}
