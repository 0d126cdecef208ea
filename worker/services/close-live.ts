import type { OrganizationId } from '#core/domain/id';
import type { LiveHolder } from '#core/organization/interface';
import type { Dependencies } from './context.ts';

/** Attempts to call the organization's Durable Object. Its own check (LIVE_CHECK_SECONDS) is the fallback. */
const ATTEMPTS = 3;
const PAUSE_MS = 250;

/**
 * Closes live sockets after the response, those of `holders` or all; clients reconnect with their current access. Call
 * it when a credential ends or access is reduced.
 */
export function closeLive(
  { defer, organization }: Pick<Dependencies, 'defer' | 'organization'>,
  organizationIds: readonly OrganizationId[],
  holders?: readonly LiveHolder[],
): void {
  if (holders?.length === 0) return;
  for (const id of organizationIds) defer(insist(() => organization(id).disconnect(holders)));
}

async function insist(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
    }
  }
}
