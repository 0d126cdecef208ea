import type { AuditVerification } from '#core/contract/audit';
import { AppError } from '#core/platform/errors';
import { CHAIN_START, type ChainLink } from '#core/security/audit-chain';
import { countUnsealedEvents, listSealedEvents } from '#core/store/audit-chain';
import { decodeCursor, encodeCursor } from '#core/store/cursor';
import { requirePermission, type SignedInContext } from '../context.ts';
import { checkSlice } from './check-slice.ts';
import { auditSources } from './sources.ts';

/**
 * Verifies a batch of the organization's hash chain and returns the first problem. Head and base come from the Durable
 * Object rather than the database, so that events removed at either end, or a rewritten chain, do not match. If data is
 * in two databases, their chains are verified one after the other.
 * @throws AppError `bad_request` for an invalid cursor
 */
export async function verifyAuditChain(
  context: SignedInContext,
  cursor: string | undefined,
): Promise<AuditVerification> {
  requirePermission(context, 'audit.read');
  const { dependencies, caller } = context;
  const { settings, organization } = dependencies;
  const start = cursor === undefined ? { source: 0, link: null } : readPosition(cursor);
  const sources = auditSources(context);
  const source = sources[start.source];
  if (!source) throw badCursor();
  const { organizationId } = caller;
  // Earlier events may not be sealed yet: seal them first, so that they are included.
  if (cursor === undefined) await organization(organizationId).sealAudit(source.shard);
  const anchors = await organization(organizationId).auditAnchors(source.shard);
  const from = start.link ?? anchors.base ?? CHAIN_START;
  const limit = Math.max(1, settings.AUDIT_VERIFY_EVENTS);
  const [rows, unsealed] = await Promise.all([
    listSealedEvents(source.db, organizationId, from.sequence, limit),
    countUnsealedEvents(source.db, organizationId),
  ]);
  const last = rows.length < limit;
  const { found, reached } = await checkSlice(from, rows, last ? anchors.head : null);
  const next =
    found !== null
      ? null
      : last
        ? start.source + 1 < sources.length
          ? { source: start.source + 1, link: null }
          : null
        : { source: start.source, link: reached };
  return {
    intact: found === null,
    break: found,
    checked: rows.length,
    from_sequence: from.sequence + 1,
    through_sequence: rows.at(-1)?.sequence ?? from.sequence,
    head_sequence: anchors.head?.sequence ?? null,
    purged_through_sequence: anchors.base?.sequence ?? null,
    unsealed,
    next_cursor: next === null ? null : writePosition(next),
  };
}

interface Position {
  /** Index of the source. */
  readonly source: number;
  /** Link before the batch; null for the start of the source. */
  readonly link: ChainLink | null;
}

const writePosition = ({ source, link }: Position): string =>
  encodeCursor({ at: link?.sequence ?? 0, id: `${source}.${link?.hash ?? ''}` });

function readPosition(cursor: string): Position {
  const position = decodeCursor(cursor);
  const [, source, hash] = position?.id.match(/^(\d)\.([0-9a-f]{64}|)$/) ?? [];
  if (!position || source === undefined || hash === undefined) throw badCursor();
  return { source: Number(source), link: hash === '' ? null : { sequence: position.at, hash } };
}

const badCursor = (): AppError =>
  new AppError('bad_request', 'The cursor is not valid. Use the next_cursor of the previous verification call.');
