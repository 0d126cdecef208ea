import type { ApiKeyView, UpdateApiKeyBody } from '#core/contract/api-keys';
import type { ApiKeyId } from '#core/domain/id';
import { permissionsFromBits } from '#core/domain/permissions';
import { AppError } from '#core/platform/errors';
import { updateApiKey } from '#core/store/api-keys';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { forgetApiKey } from '../identity/authenticate.ts';
import { requireLiveSession } from '../identity/require-session.ts';
import { grantable } from './create.ts';
import { requireApiKey } from './find.ts';
import { networkTexts, requireNetworks } from './networks.ts';
import { apiKeyView } from './view.ts';

/**
 * Renames a key or changes from where it may be used. Who opens a key up holds what it holds.
 * @throws AppError `not_found`, `forbidden`, `conflict` for a revoked key, `validation_failed`
 */
export async function updateVisibleApiKey(
  context: SignedInContext,
  id: string,
  body: UpdateApiKeyBody,
): Promise<ApiKeyView> {
  requirePermission(context, 'api_keys.manage');
  await requireLiveSession(context);
  const key = await requireApiKey(context, id);
  grantable(context, [...permissionsFromBits(key.permissions)]);
  const { caller, dependencies } = context;
  const before = key.allowedNetworks === null ? null : networkTexts(key.allowedNetworks);
  const networks = body.allowed_networks === undefined ? before : body.allowed_networks;
  requireNetworks(networks ?? []);
  const to = {
    name: body.name ?? key.name,
    allowedNetworks: networks === null ? null : JSON.stringify(networks),
  };
  const event = auditOf(context, {
    action: 'api_key.updated',
    targetKind: 'api_key',
    targetId: key.id,
    outcome: 'success',
    changes: { name: [key.name, to.name], allowed_networks: [before, networks] },
  });
  if (!(await updateApiKey(dependencies.control, caller.organizationId, key, to, event)))
    throw new AppError('conflict', 'This key was revoked or changed meanwhile.');
  forgetApiKey(key.id as ApiKeyId);
  return apiKeyView({ ...key, ...to }, dependencies.now());
}
