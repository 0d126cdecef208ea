import type { RoleView } from '#core/contract/roles';
import { listAllRoles } from '../../api/people.ts';
import { mayUse, session } from '../../state/session.ts';
import { useLoad } from '../../state/use-load.ts';

/** The custom roles that the user may grant; none for users who may not read roles. */
export function useCustomRoles(): readonly RoleView[] {
  const [roles] = useLoad(async (signal) => (mayUse('roles.read') ? await listAllRoles(signal) : []));
  const now = session.value;
  if (roles.state !== 'ready' || now.state !== 'signed-in') return [];
  const held = new Set(now.identity.permissions);
  return roles.value.filter((role) => role.kind === 'custom' && role.permissions.every((name) => held.has(name)));
}
