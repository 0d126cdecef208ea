import { AppError } from '#core/platform/errors';
import { randomToken } from '#core/security/digest';
import type { RequestContext } from '../context.ts';
import { reportAnonymousRefusal } from '../report-anonymous-refusal.ts';

/** Makes the token recognizable to people and secret scanners. */
const LINK_TOKEN_PREFIX = 'nc_link_';
const LINK_TOKEN_BYTES = 32;

export type LinkPage = '/verify-email' | '/reset-password' | '/invitation';

export const newLinkToken = (): string => `${LINK_TOKEN_PREFIX}${randomToken(LINK_TOKEN_BYTES)}`;

/** Returns a link for an email. The token is in the fragment, which browsers do not send to servers or other sites. */
export function mailLink({ dependencies }: RequestContext, page: LinkPage, token: string): string | null {
  return dependencies.publicUrl === null ? null : `${dependencies.publicUrl}${page}#token=${token}`;
}

/** Error for a link that is unknown, used, replaced or expired. The same for all reasons, and counted. */
export function linkInvalid(context: RequestContext): AppError {
  reportAnonymousRefusal(context, 'link');
  return new AppError('link_invalid', 'This link has been used, has expired, or was replaced by a newer one.');
}
