import type { ApiKeyId, OrganizationId } from '#core/domain/id';
import { UsageBook } from '#core/security/usage-book';
import { addKeyCalls } from '#core/store/api-key-usage';
import type { Caller, RequestContext } from '../context.ts';

/** One per isolate. A key belongs to one organization, so the pair identifies the key. */
const book = new UsageBook();

/** Counts an API call of a key. Sums are written periodically, after the response. */
export function countCall({ dependencies }: RequestContext, caller: Caller): void {
  const everyMs = dependencies.settings.API_KEY_USAGE_SECONDS * 1000;
  const due = book.count(`${caller.organizationId} ${caller.id}`, dependencies.now(), everyMs);
  if (due.length === 0) return;
  const counted = due.map(({ keyId, ...rest }) => {
    const [organizationId = '', id = ''] = keyId.split(' ');
    return { organizationId: organizationId as OrganizationId, keyId: id as ApiKeyId, ...rest };
  });
  dependencies.defer(addKeyCalls(dependencies.control, counted));
}
