import type { DevelopmentMailList, DevelopmentMailQuery } from '#core/contract/development-mails';
import { isForDevelopers } from '#core/platform/deployment';
import { AppError } from '#core/platform/errors';
import { isLoopback, isLoopbackHost } from '#core/security/address-network';
import { listDevelopmentMails } from '#core/store/development-mails';
import type { RequestContext } from '../context.ts';
import { byCreation, pageOf, pageRequest } from '../list-page.ts';

/**
 * The mails this server kept instead of sending, the newest first. People who cannot sign in need it, so nobody is
 * asked who they are; mails hold links that open accounts, so only the machine itself may ask, and never in production.
 * The address is the front door's word. The host a browser was sent to must be this machine by name, too: a page of
 * another site can have its own name resolve to this machine (DNS rebinding), but not choose another `Host` header.
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
