import type { ControlDatabase } from '../db/connect.ts';
import { powerOfKey } from '../domain/key-power.ts';
import { placesWith, REACHES_EVERYWHERE, type Reaching } from '../domain/reach.ts';
import { permissionsOfStoredRole } from '../domain/roles.ts';
import { isInNetworks, readNetworkList } from '../security/networks.ts';
import { liveApiKeyOf } from '../store/live-api-key.ts';
import { readReach } from '../store/reach.ts';
import { sessionReachIn } from '../store/session-reach.ts';
import { boundPlaces, type Watcher } from './watcher.ts';

/** Credentials checked per round trip. Batches are bounded, and few organizations have more people watching at once. */
const PER_TRIP = 50;

/**
 * Returns, by credential id, whether each watcher still has exactly the access its socket was opened with. False if the
 * credential has ended (signed out, revoked, expired, suspended, outside its network) or the access has changed. `now`
 * is Unix milliseconds.
 */
export async function checkWatchers(
  db: ControlDatabase,
  watchers: readonly Watcher[],
  now: number,
): Promise<ReadonlyMap<string, boolean>> {
  const byCredential = new Map(watchers.map((watcher) => [watcher.credential.id, watcher]));
  const distinct = [...byCredential.values()];
  const holds = new Map<string, boolean>();
  for (let from = 0; from < distinct.length; from += PER_TRIP) {
    const slice = distinct.slice(from, from + PER_TRIP);
    const powers = new Map([...(await readSessions(db, slice, now)), ...(await readKeys(db, slice, now))]);
    for (const watcher of slice)
      holds.set(watcher.credential.id, isUnchanged(watcher, powers.get(watcher.credential.id), now));
  }
  return holds;
}

type Powers = ReadonlyMap<string, Reaching | null>;

/** Reads the current permissions and access by session; null for sessions that are no longer valid. One round trip. */
async function readSessions(db: ControlDatabase, watchers: readonly Watcher[], now: number): Promise<Powers> {
  const asked = watchers.flatMap(({ userId, organizationId, credential }) =>
    credential.kind === 'session' ? [{ userId, organizationId, sessionId: credential.id }] : [],
  );
  const [first, ...rest] = asked.map((session) => sessionReachIn(db, session, now));
  const rows = first ? await db.batch([first, ...rest]) : [];
  return new Map(
    asked.map(({ sessionId }, at) => {
      const row = rows[at]?.[0];
      if (!row) return [sessionId, null];
      const permissions = new Set(permissionsOfStoredRole(row.role, row.customPermissions));
      const everywhere = permissions.has(REACHES_EVERYWHERE);
      return [sessionId, { permissions, reach: { ...readReach(row), everywhere, boundTo: null, mask: null } }];
    }),
  );
}

/**
 * The same by API key; null also if the key may no longer be used from the address that opened the socket. One round
 * trip.
 */
async function readKeys(db: ControlDatabase, watchers: readonly Watcher[], now: number): Promise<Powers> {
  const asked = watchers.flatMap(({ organizationId, credential }) =>
    credential.kind === 'api_key' ? [{ organizationId, ...credential }] : [],
  );
  const [first, ...rest] = asked.map(({ organizationId, id }) => liveApiKeyOf(db, organizationId, id, now));
  const rows = first ? await db.batch([first, ...rest]) : [];
  return new Map(
    asked.map(({ id, ip }, at) => {
      const key = rows[at]?.[0];
      if (!key) return [id, null];
      const networks = key.allowedNetworks === null ? null : readNetworkList(key.allowedNetworks);
      const mayBeHere = networks === null || (ip !== null && isInNetworks(ip, networks));
      return [id, mayBeHere ? powerOfKey(key, readReach(key)) : null];
    }),
  );
}

function isUnchanged({ places }: Watcher, power: Reaching | null | undefined, now: number): boolean {
  if (!power) return false;
  return JSON.stringify(boundPlaces(placesWith(power, 'documents.read', now))) === JSON.stringify(boundPlaces(places));
}
