import type { ControlDatabase, TenantDatabase } from '../db/connect.ts';
import type { OrganizationId } from '../domain/id.ts';
import { CHAIN_START, type ChainLink, linkRecord } from '../security/audit-chain.ts';
import type { AuditEvent } from '../store/audit.ts';
import { deleteSealedEvents, listSealedEvents, readChainEnd, type Seal, writeSeals } from '../store/audit-chain.ts';
import { chainRecord } from '../store/audit-record.ts';

/** Events sealed or deleted per statement, well below the limit of a D1 statement. */
const SLICE = 500;

/** Positions of a hash chain that are stored outside the database containing it. */
export interface AuditAnchors {
  /** The last position assigned. */
  readonly head: ChainLink | null;
  /** The last position whose event was deleted at the end of its retention period. */
  readonly base: ChainLink | null;
}

/** Stores the anchors in the Durable Object's storage. */
export interface AnchorStore {
  read(): Promise<AuditAnchors>;
  write(anchors: Partial<AuditAnchors>): Promise<void>;
}

type Database = ControlDatabase | TenantDatabase;

/**
 * Assigns every unsealed event its position in the chain. Must not run concurrently for one organization. After a crash
 * between writing the rows and the head, the rows are ahead and the next run continues after them. If rows are behind
 * the head, some are missing: the chain continues after the head and the gap remains detectable.
 */
export async function sealEvents(db: Database, organizationId: OrganizationId, anchors: AnchorStore): Promise<void> {
  for (;;) {
    const [{ head, base }, { end, unsealed }] = await Promise.all([
      anchors.read(),
      readChainEnd(db, organizationId, SLICE),
    ]);
    let last = [head, end, base].reduce<ChainLink>(
      (furthest, link) => (link !== null && link.sequence > furthest.sequence ? link : furthest),
      CHAIN_START,
    );
    const seals: Seal[] = [];
    for (const row of unsealed) {
      const link = await linkRecord(last, chainRecord(row));
      seals.push({ id: row.id, previousHash: last.hash, ...link });
      last = link;
    }
    if (seals.length > 0) await writeSeals(db, organizationId, seals);
    if (last.sequence > (head?.sequence ?? 0)) await anchors.write({ head: last });
    if (unsealed.length < SLICE) return;
  }
}

/**
 * Deletes sealed events older than `before` (Unix milliseconds) from the start of the chain, at most one batch. The
 * base is moved first, so that events a crash left behind it are deleted by the next run. Returns the number of deleted
 * events.
 */
export async function purgeEvents(
  db: Database,
  organizationId: OrganizationId,
  anchors: AnchorStore,
  before: number,
  eventOf: (base: ChainLink, deleted: number) => AuditEvent,
): Promise<number> {
  const rows = await listSealedEvents(db, organizationId, 0, SLICE);
  const firstKept = rows.findIndex((row) => row.occurredAt >= before);
  const old = firstKept < 0 ? rows : rows.slice(0, firstKept);
  const last = old.at(-1);
  if (!last) return 0;
  const base = { sequence: last.sequence, hash: last.hash };
  await anchors.write({ base });
  await deleteSealedEvents(db, organizationId, last.sequence, eventOf(base, old.length));
  return old.length;
}
