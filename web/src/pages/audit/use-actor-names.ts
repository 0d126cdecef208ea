import type { AuditEventView } from '#core/contract/audit';
import { listAllMembers } from '../../api/people.ts';
import { mayUse } from '../../state/session.ts';
import { useLoad } from '../../state/use-load.ts';

/** Says who acted. */
export type ActorName = (actor: AuditEventView['actor']) => string;

/** Members by their names; everybody else, and everybody until the names are there, by kind and id. */
export function useActorNames(): ActorName {
  const [members] = useLoad(async (signal) => (mayUse('members.read') ? await listAllMembers(signal) : []));
  const names = new Map(
    members.state === 'ready'
      ? members.value.map((each) => [each.user_id, `${each.first_name} ${each.last_name}`])
      : [],
  );
  return ({ kind, id }) => names.get(id) ?? `${kind} ${id}`;
}
