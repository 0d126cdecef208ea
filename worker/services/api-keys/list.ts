import type { ApiKeyList, ApiKeyListQuery } from '#core/contract/api-keys';
import { listApiKeys } from '#core/store/api-keys';
import { requirePermission, type SignedInContext } from '../context.ts';
import { byCreation, pageOf, pageRequest } from '../list-page.ts';
import { apiKeyView } from './view.ts';

/** Returns one page of the organization's keys, newest first, including revoked and expired ones. */
export async function listVisibleApiKeys(context: SignedInContext, query: ApiKeyListQuery): Promise<ApiKeyList> {
  requirePermission(context, 'api_keys.read');
  const { caller, dependencies } = context;
  const now = dependencies.now();
  const rows = await listApiKeys(
    dependencies.control,
    caller.organizationId,
    { text: query.q, status: query.status, workspaceId: query.workspace_id, now },
    pageRequest(query),
  );
  return pageOf(rows, query.limit, byCreation, (row) => apiKeyView(row, now));
}
