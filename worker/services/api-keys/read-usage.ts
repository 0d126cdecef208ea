import type { ApiKeyUsageView } from '#core/contract/api-keys';
import { listKeyCalls } from '#core/store/api-key-usage';
import { requirePermission, type SignedInContext } from '../context.ts';
import { requireApiKey } from './find.ts';

const DAYS_SHOWN = 90;
const DAY_MS = 86_400_000;

/**
 * Returns the calls of a key on each of the last 90 days (UTC), delayed by up to about a minute. @throws AppError
 * `not_found`
 */
export async function readApiKeyUsage(context: SignedInContext, id: string): Promise<ApiKeyUsageView> {
  requirePermission(context, 'api_keys.read');
  const key = await requireApiKey(context, id);
  const { caller, dependencies } = context;
  const from = new Date(dependencies.now() - (DAYS_SHOWN - 1) * DAY_MS).toISOString().slice(0, 10);
  const days = await listKeyCalls(dependencies.control, caller.organizationId, key.id, from);
  return { api_key_id: key.id, calls: days.reduce((sum, { calls }) => sum + calls, 0), days: [...days] };
}
