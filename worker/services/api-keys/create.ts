import type { CreateApiKeyBody, CreatedApiKeyView } from '#core/contract/api-keys';
import { type Permission, permissionBits } from '#core/domain/permissions';
import { permissionsOnWorkspace } from '#core/domain/reach';
import { AppError } from '#core/platform/errors';
import { newId } from '#core/platform/ids';
import { newApiKey } from '#core/security/api-key';
import { sha256Hex } from '#core/security/digest';
import { insertApiKey } from '#core/store/api-keys';
import { findUsableWorkspaces } from '#core/store/workspaces';
import { auditOf } from '../audit-event.ts';
import { requirePermission, type SignedInContext } from '../context.ts';
import { requireLiveSession, whyUnchanged } from '../identity/require-session.ts';
import { capByPlan, planLimitReached } from '../plan-limit.ts';
import { withAnswer } from '../repeat-safely.ts';
import { requireNetworks } from './networks.ts';
import { requireWithinOwnBounds } from './own-bounds.ts';
import { apiKeyView } from './view.ts';

/**
 * Creates a key. Its secret is only in this response.
 * @throws AppError `plan_limit_reached`; `forbidden` if the key would exceed its creator's permissions;
 * `validation_failed` for an expiry in the past, an invalid network, or an inaccessible workspace
 */
export async function createApiKey(context: SignedInContext, body: CreateApiKeyBody): Promise<CreatedApiKeyView> {
  requirePermission(context, 'api_keys.manage');
  await requireLiveSession(context);
  const { caller, dependencies } = context;
  const now = dependencies.now();
  const permissions = grantable(context, body.permissions ?? [...caller.permissions]);
  const expiresAt = body.expires_at === undefined ? null : Date.parse(body.expires_at);
  if (expiresAt !== null && expiresAt <= now) {
    const message = 'The end of a key lies in the future.';
    throw new AppError('validation_failed', message, { errors: [{ path: 'json.expires_at', message }] });
  }
  requireNetworks(body.allowed_networks ?? []);
  requireWithinOwnBounds(context, { networks: body.allowed_networks ?? null, expiresAt });
  const workspaceId = body.workspace_id === undefined ? null : await requireOwnWorkspace(context, body.workspace_id);
  const { secret, shown } = newApiKey();
  const key = {
    id: newId('apiKey', now),
    createdBy: caller.userId,
    name: body.name,
    prefix: shown,
    permissions: permissionBits(permissions),
    createdAt: now,
    expiresAt,
    lastUsedAt: null,
    revokedAt: null,
    allowedNetworks: body.allowed_networks === undefined ? null : JSON.stringify(body.allowed_networks),
    workspaceId,
  };
  const view = { ...apiKeyView(key, now), secret };
  const event = auditOf(context, 'api_key.created', { kind: 'api_key', id: key.id }, null, {
    name: body.name,
    permissions,
    allowed_networks: body.allowed_networks ?? null,
    workspace_id: workspaceId,
  });
  const made = await insertApiKey(
    dependencies.control,
    caller.organizationId,
    { ...key, hash: await sha256Hex(secret) },
    capByPlan(context, 'api_keys'),
    await withAnswer(context, event, view),
  );
  if (!made) throw await whyUnchanged(context, () => planLimitReached(context, caller.organizationId, 'api_keys'));
  return view;
}

/** @throws AppError `validation_failed` for a workspace that is archived or not accessible to the caller */
export async function requireOwnWorkspace({ caller, dependencies }: SignedInContext, id: string): Promise<string> {
  const [workspace] = await findUsableWorkspaces(dependencies.control, caller.organizationId, [id]);
  if (workspace && permissionsOnWorkspace(caller, id, dependencies.now()).has('workspaces.read')) return workspace.id;
  const message = 'There is no such workspace.';
  throw new AppError('validation_failed', message, { errors: [{ path: 'json.workspace_id', message }] });
}

/** @throws AppError `forbidden`, naming the first permission the caller does not hold */
export function grantable(context: SignedInContext, permissions: readonly Permission[]): readonly Permission[] {
  for (const permission of permissions) requirePermission(context, permission);
  return permissions;
}
