import { readVerified } from '#core/blobs/verified';
import type { TriedRule } from '#core/contract/rules';
import { placesWith } from '#core/domain/reach';
import type { ExtractionResult } from '#core/domain/result';
import { brokenRules } from '#core/domain/rules/broken-rules';
import { RULE_LIMITS as LIMITS, type Rule, type RuleDefinition } from '#core/domain/rules/definition';
import { listLatestResults } from '#core/store/latest-results';
import { requirePermission, type SignedInContext, tenantOf } from '../context.ts';

/** Results read at the same time; between them other requests get their turn. */
const READ_AT_ONCE = 8;

/**
 * Counts how many of the latest processed documents the rule would stop, among those the caller can read. Nothing is
 * stored.
 */
export async function tryRule(context: SignedInContext, definition: RuleDefinition): Promise<TriedRule> {
  requirePermission(context, 'rules.manage');
  const { caller, dependencies } = context;
  const places = placesWith(caller, 'documents.read', dependencies.now());
  const found = await listLatestResults(tenantOf(context), caller.organizationId, places, LIMITS.triedDocuments);
  const rows = withinBudget(found);
  const rules: readonly Rule[] = [{ id: 'tried', definition }];
  const stopped: string[] = [];
  let tried = 0;
  for (let start = 0; start < rows.length; start += READ_AT_ONCE) {
    const batch = rows.slice(start, start + READ_AT_ONCE);
    const reads = await Promise.all(
      batch.map(async (row) => ({ row, read: await readVerified(dependencies.files, row.objectKey, row) })),
    );
    for (const { row, read } of reads) {
      if (read.kind !== 'whole') continue;
      tried += 1;
      const result: ExtractionResult = JSON.parse(new TextDecoder().decode(read.bytes));
      if (brokenRules(rules, result).length > 0) stopped.push(row.documentId);
    }
  }
  return {
    tried,
    skipped: found.length - tried,
    stopped: stopped.length,
    ids: stopped.slice(0, LIMITS.triedIds),
  };
}

/** Without the results that are too large to read all of them in one request. */
function withinBudget<Row extends { readonly size: number }>(rows: readonly Row[]): readonly Row[] {
  let left: number = LIMITS.triedBytes;
  return rows.filter(({ size }) => {
    if (size > LIMITS.triedResultBytes || size > left) return false;
    left -= size;
    return true;
  });
}
