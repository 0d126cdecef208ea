import { AppError } from '#core/platform/errors';
import { randomToken } from '#core/security/digest';
import type { RequestContext } from '../context.ts';
import { reportAnonymousRefusal } from '../report-anonymous-refusal.ts';

/** Recognisable by its first characters (for people, and for secret scanners). */
const LINK_TOKEN_PREFIX = 'nc_link_';
const LINK_TOKEN_BYTES = 32;

export type LinkPage = '/verify-email' | '/reset-password' | '/invitation';

export const newLinkToken = (): string => `${LINK_TOKEN_PREFIX}${randomToken(LINK_TOKEN_BYTES)}`;

/** A link for a mail. The token stands behind `#`: browsers send that part to no server and to no other site. */
export function mailLink({ dependencies }: RequestContext, page: LinkPage, token: string): string | null {
  return dependencies.publicUrl === null ? null : `${dependencies.publicUrl}${page}#token=${token}`;
}

/** What any link answers that is unknown, used, replaced or too old; the same for all of them, and counted. */
export function linkInvalid(context: RequestContext): AppError {
  reportAnonymousRefusal(context, 'link');
  return new AppError('link_invalid', 'This link has been used, has expired, or was replaced by a newer one.');
}
