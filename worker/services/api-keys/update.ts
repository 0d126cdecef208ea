import type { ApiKeyView, UpdateApiKeyBody } from '#core/contract/api-keys';
import { permissionBits, permissionsFromBits } from '#core/domain/permissions';
import { AppError } from '#core/platform/errors';
import { updateApiKey } from '#core/store/api-keys';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { apiKeyChanged } from '../identity/authenticate.ts';
import { requireLiveSession, whyUnchanged } from '../identity/require-session.ts';
import { grantable, requireOwnWorkspace } from './create.ts';
import { requireApiKey } from './find.ts';
import { networkTexts, requireNetworks } from './networks.ts';
import { requireWithinOwnBounds } from './own-bounds.ts';
import { apiKeyView } from './view.ts';

/**
 * Changes a key's name, permissions, networks or workspace. The caller must hold the key's permissions before and after
 * the change.
 * @throws AppError `not_found`, `forbidden`, `conflict` for a key that was revoked or changed in the meantime,
 * `validation_failed`
 */
export async function updateVisibleApiKey(
  context: SignedInContext,
  id: string,
  body: UpdateApiKeyBody,
): Promise<ApiKeyView> {
  requirePermission(context, 'api_keys.manage');
  await requireLiveSession(context);
  const key = await requireApiKey(context, id);
  const held = grantable(context, [...permissionsFromBits(key.permissions)]);
  const permissions = body.permissions === undefined ? held : grantable(context, body.permissions);
  const { caller, dependencies } = context;
  const before = key.allowedNetworks === null ? null : networkTexts(key.allowedNetworks);
  const networks = body.allowed_networks === undefined ? before : body.allowed_networks;
  requireNetworks(networks ?? []);
  for (const terms of [before, networks])
    requireWithinOwnBounds(context, { networks: terms, expiresAt: key.expiresAt });
  const workspaceId =
    body.workspace_id === undefined || body.workspace_id === null || body.workspace_id === key.workspaceId
      ? body.workspace_id
      : await requireOwnWorkspace(context, body.workspace_id);
  const to = {
    name: body.name ?? key.name,
    permissions: permissionBits(permissions),
    allowedNetworks: networks === null ? null : JSON.stringify(networks),
    workspaceId: workspaceId === undefined ? key.workspaceId : workspaceId,
  };
  const event = auditOf(
    context,
    'api_key.updated',
    { kind: 'api_key', id: key.id },
    { name: key.name, permissions: held, allowed_networks: before, workspace_id: key.workspaceId },
    { name: to.name, permissions, allowed_networks: networks, workspace_id: to.workspaceId },
  );
  if (!(await updateApiKey(dependencies.control, caller.organizationId, key, to, event)))
    throw await whyUnchanged(
      context,
      () => new AppError('conflict', 'The API key was revoked or changed in the meantime.'),
    );
  apiKeyChanged(context, key.id);
  return apiKeyView({ ...key, ...to }, dependencies.now());
}
