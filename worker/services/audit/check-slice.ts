import type { AuditVerification } from '#core/contract/audit';
import { type ChainLink, linkRecord } from '#core/security/audit-chain';
import type { SealedEventRow } from '#core/store/audit-chain';
import { chainRecord } from '#core/store/audit-record';

type Break = NonNullable<AuditVerification['break']>;

/**
 * Verifies consecutive sealed events after `from`; returns the first break and the last valid position. `head` is the
 * position the chain must reach, for the last batch only; otherwise null.
 */
export async function checkSlice(
  from: ChainLink,
  rows: readonly SealedEventRow[],
  head: ChainLink | null,
): Promise<{ found: Break | null; reached: ChainLink }> {
  let reached = from;
  for (const row of rows) {
    const found = await checkRow(reached, row);
    if (found) return { found, reached };
    reached = { sequence: row.sequence, hash: row.hash };
    if (head && row.sequence === head.sequence && row.hash !== head.hash) {
      const detail = 'The chain holds together, and is not the one whose head was kept: its events were written anew.';
      return { found: { kind: 'rewritten', sequence: row.sequence, event_id: row.id, detail }, reached };
    }
  }
  if (head && reached.sequence < head.sequence) {
    const detail = `The chain was ${head.sequence} events long and ends after ${reached.sequence}.`;
    return { found: { kind: 'truncated', sequence: reached.sequence + 1, event_id: null, detail }, reached };
  }
  return { found: null, reached };
}

async function checkRow(previous: ChainLink, row: SealedEventRow): Promise<Break | null> {
  const expected = previous.sequence + 1;
  if (row.sequence !== expected) {
    const detail = `Place ${expected} has no event; the next one there is has ${row.sequence}.`;
    return { kind: 'missing', sequence: expected, event_id: null, detail };
  }
  const at = { sequence: row.sequence, event_id: row.id };
  if (row.previousHash !== previous.hash)
    return { kind: 'unlinked', ...at, detail: 'The event does not follow the one before it: the order was changed.' };
  const link = await linkRecord(previous, chainRecord(row));
  if (link.hash !== row.hash) return { kind: 'edited', ...at, detail: 'What the event tells is not what was sealed.' };
  return null;
}
