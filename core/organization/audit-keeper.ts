import type { ControlDatabase, TenantDatabase } from '../db/connect.ts';
import type { OrganizationId } from '../domain/id.ts';
import { CHAIN_START, type ChainLink, linkRecord } from '../security/audit-chain.ts';
import type { AuditEvent } from '../store/audit.ts';
import { deleteSealedEvents, listSealedEvents, readChainEnd, type Seal, writeSeals } from '../store/audit-chain.ts';
import { chainRecord } from '../store/audit-record.ts';

/** Events sealed or deleted per statement: well below what one D1 statement may carry. */
const SLICE = 500;

/** What is known of a chain apart from the database that holds it. */
export interface AuditAnchors {
  /** The last place that was given. */
  readonly head: ChainLink | null;
  /** The last place whose event was deleted because its time was over. */
  readonly base: ChainLink | null;
}

/** Where the anchors are kept: the storage of the organization's object. */
export interface AnchorStore {
  read(): Promise<AuditAnchors>;
  write(anchors: Partial<AuditAnchors>): Promise<void>;
}

type Database = ControlDatabase | TenantDatabase;

/**
 * Gives every waiting event its place. Must run alone for its organization. A crash between the rows and the head
 * leaves the rows ahead, and the next run goes on behind them; rows that fell behind the head are missing ones: the
 * chain goes on behind the head, and the gap stays to be found.
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
 * Deletes sealed events from before `before` (Unix milliseconds), from the chain's beginning on, at most one slice.
 * The base moves first: events behind it that a crash left are deleted by the next run.
 * Returns how many were deleted.
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
