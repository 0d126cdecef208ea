import type { DevelopmentMailList, DevelopmentMailQuery } from '#core/contract/development-mails';
import { AppError } from '#core/platform/errors';
import { listDevelopmentMails } from '#core/store/development-mails';
import type { RequestContext } from '../context.ts';
import { pageOf, readCursor } from '../list-page.ts';

/**
 * The mails this server kept instead of sending, the newest first. Open to whoever reaches the server, because people
 * who cannot sign in need it: hence only where nobody's data is at stake. @throws AppError `not_found` in production
 */
export async function listOutbox(
  { dependencies }: RequestContext,
  query: DevelopmentMailQuery,
): Promise<DevelopmentMailList> {
  const { environment, control } = dependencies;
  if (environment === 'production') throw new AppError('not_found', 'There is nothing at this address.');
  const rows = await listDevelopmentMails(control, query.recipient, query.limit + 1, readCursor(query.cursor));
  return pageOf(
    rows,
    query.limit,
    (row) => ({ at: row.createdAt, id: row.id }),
    ({ createdAt, ...mail }) => ({ ...mail, created_at: new Date(createdAt).toISOString() }),
  );
}
