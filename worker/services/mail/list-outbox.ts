import type { DevelopmentMailList, DevelopmentMailQuery } from '#core/contract/development-mails';
import { isForDevelopers } from '#core/platform/deployment';
import { AppError } from '#core/platform/errors';
import { isLoopback, isLoopbackHost } from '#core/security/address-network';
import { listDevelopmentMails } from '#core/store/development-mails';
import type { RequestContext } from '../context.ts';
import { byCreation, pageOf, pageRequest } from '../list-page.ts';

/**
 * Returns the mails this server stored instead of sending, newest first. People need it to sign in, so it requires no
 * authentication; since mails contain links that give access to accounts, it is limited to requests from the same
 * machine and never available in production. The client address is provided by the front door. The `Host` header must
 * also name this machine: with DNS rebinding another site can make its own name resolve to this machine, but cannot
 * choose another `Host` header.
 * @throws AppError `not_found`
 */
export async function listOutbox(
  { dependencies, ip, host }: RequestContext,
  query: DevelopmentMailQuery,
): Promise<DevelopmentMailList> {
  const { environment, control } = dependencies;
  const onThisMachine = (ip === null || isLoopback(ip)) && (host === null || isLoopbackHost(host));
  if (!isForDevelopers(environment) || !onThisMachine) throw new AppError('not_found', 'There is no such endpoint.');
  const rows = await listDevelopmentMails(control, query.recipient, pageRequest(query));
  return pageOf(rows, query.limit, byCreation, ({ createdAt, ...mail }) => ({
    ...mail,
    created_at: new Date(createdAt).toISOString(),
  }));
}
