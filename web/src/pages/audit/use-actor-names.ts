import type { AuditEventView } from '#core/contract/audit';
import { listAllMembers } from '../../api/people.ts';
import { mayUse } from '../../state/session.ts';
import { useLoad } from '../../state/use-load.ts';

/** Returns the name of an actor. */
export type ActorName = (actor: AuditEventView['actor']) => string;

/** Names members; other actors, and all actors until the names are loaded, get their kind and id. */
export function useActorNames(): ActorName {
  const [members] = useLoad(async (signal) => (mayUse('members.read') ? await listAllMembers(signal) : []));
  const names = new Map(
    members.state === 'ready'
      ? members.value.map((each) => [each.user_id, `${each.first_name} ${each.last_name}`])
      : [],
  );
  return ({ kind, id }) => names.get(id) ?? `${kind} ${id}`;
}
