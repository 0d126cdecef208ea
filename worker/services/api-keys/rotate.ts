import type { CreatedApiKeyView } from '#core/contract/api-keys';
import { permissionsFromBits } from '#core/domain/permissions';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { newApiKey } from '#core/security/api-key';
import { sha256Hex } from '#core/security/digest';
import { replaceApiKey } from '#core/store/api-keys';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { apiKeyChanged } from '../identity/authenticate.ts';
import { requireLiveSession, whyUnchanged } from '../identity/require-session.ts';
import { withAnswer } from '../repeat-safely.ts';
import { grantable } from './create.ts';
import { requireApiKey } from './find.ts';
import { networkTexts } from './networks.ts';
import { requireWithinOwnBounds } from './own-bounds.ts';
import { apiKeyView } from './view.ts';

/**
 * Creates a key with the same name, permissions, networks, workspace and expiry. The old one keeps working for
 * API_KEY_OVERLAP_SECONDS, so that programs can be migrated one by one.
 * @throws AppError `not_found`; `conflict` for a revoked or expired key; `forbidden` as in creation
 */
export async function rotateApiKey(context: SignedInContext, id: string): Promise<CreatedApiKeyView> {
  requirePermission(context, 'api_keys.manage');
  await requireLiveSession(context);
  const { caller, dependencies } = context;
  const old = await requireApiKey(context, id);
  grantable(context, [...permissionsFromBits(old.permissions)]);
  const networks = old.allowedNetworks === null ? null : networkTexts(old.allowedNetworks);
  requireWithinOwnBounds(context, { networks, expiresAt: old.expiresAt });
  const now = dependencies.now();
  const { secret, shown } = newApiKey();
  const key = {
    id: newId('apiKey', now),
    createdBy: caller.userId,
    name: old.name,
    prefix: shown,
    permissions: old.permissions,
    createdAt: now,
    expiresAt: old.expiresAt,
    lastUsedAt: null,
    revokedAt: null,
    allowedNetworks: old.allowedNetworks,
    workspaceId: old.workspaceId,
  };
  const view = { ...apiKeyView(key, now), secret };
  const event = auditOf(context, 'api_key.rotated', { kind: 'api_key', id: old.id }, null, { replaced_by: key.id });
  const replaced = await replaceApiKey(
    dependencies.control,
    caller.organizationId,
    old.id,
    { ...key, hash: await sha256Hex(secret) },
    now + dependencies.settings.API_KEY_OVERLAP_SECONDS * 1000,
    await withAnswer(context, event, view),
  );
  if (!replaced)
    throw await whyUnchanged(context, () => new AppError('conflict', 'The API key has expired. Create a new one.'));
  apiKeyChanged(context, old.id);
  return view;
}
