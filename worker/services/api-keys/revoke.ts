import { revokeApiKey } from '#core/store/api-keys';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { apiKeyChanged } from '../identity/authenticate.ts';
import { requireLiveSession } from '../identity/require-session.ts';
import { requireApiKey } from './find.ts';

/** Revokes a key immediately. Idempotent. @throws AppError `not_found` */
export async function revokeVisibleApiKey(context: SignedInContext, id: string): Promise<void> {
  requirePermission(context, 'api_keys.manage');
  await requireLiveSession(context);
  const key = await requireApiKey(context, id);
  const event = auditOf(context, 'api_key.revoked', { kind: 'api_key', id: key.id });
  await revokeApiKey(context.dependencies.control, context.caller.organizationId, key.id, event);
  apiKeyChanged(context, key.id);
}
