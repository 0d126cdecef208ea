import type { AuditEventView } from '#core/contract/audit';
import { listApiKeys } from '../../api/api-keys.ts';
import { readAllPages } from '../../api/page.ts';
import { listAllMembers, listAllRoles } from '../../api/people.ts';
import { listTemplates } from '../../api/templates.ts';
import { listAllWorkspaces } from '../../api/workspaces.ts';
import { mayUse, session } from '../../state/session.ts';
import { useLoad } from '../../state/use-load.ts';
import { auditWords } from '../../wording/audit-words.ts';

/** Names of actors and targets; the kind alone where the name is not known or not for this person to see. */
export interface AuditNames {
  readonly actor: (actor: AuditEventView['actor']) => string;
  readonly target: (target: AuditEventView['target']) => string;
  /** The name of a person by user id. */
  readonly person: (id: string) => string;
}

/** Documents are named by their events. */
export function useAuditNames(): AuditNames {
  const [loaded] = useLoad(readNames);
  const names = loaded.state === 'ready' ? loaded.value : new Map<string, string>();
  return {
    actor: ({ kind, id }) => (kind === 'system' ? 'System' : (names.get(id) ?? `${auditWords(kind)} ${shortId(id)}`)),
    target: ({ kind, id, name }) => name ?? names.get(id) ?? `${auditWords(kind)} ${shortId(id)}`,
    person: (id) => names.get(id) ?? shortId(id),
  };
}

/** The end of an id is enough to tell objects without a name apart; all of it is in the details of the event. */
const SHORT = 6;
const shortId = (id: string): string => (/^[a-z]{3}_/.test(id) && id.length > SHORT ? `…${id.slice(-SHORT)}` : id);

/** By id: people by user and by membership, and what else this person may list. */
async function readNames(signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const [members, roles, workspaces, keys, templates] = await Promise.all([
    mayUse('members.read') ? listAllMembers(signal) : [],
    mayUse('roles.read') ? listAllRoles(signal) : [],
    mayUse('workspaces.read') ? listAllWorkspaces(signal) : [],
    mayUse('api_keys.read') ? readAllPages((cursor) => listApiKeys(cursor, signal)) : [],
    mayUse('templates.read') ? readAllPages((cursor) => listTemplates('', 'false', cursor, signal)) : [],
  ]);
  const names = new Map<string, string>();
  for (const { id, user_id: userId, first_name: first, last_name: last, email } of members) {
    const name = `${first} ${last}`.trim() || email;
    names.set(userId, name).set(id, name);
  }
  for (const { id, name } of [...roles, ...workspaces, ...keys, ...templates]) names.set(id, name);
  const now = session.peek();
  if (now.state === 'signed-in') names.set(now.identity.organization.id, now.identity.organization.name);
  return names;
}
