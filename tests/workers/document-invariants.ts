import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import { isTerminal } from '#core/domain/document-status';
import type { OrganizationId } from '#core/domain/id';

/**
 * Invariants for the documents of an organization once no work is pending, whatever failed before. `acknowledged` are
 * the ids returned to callers.
 */
export async function checkInvariants(organizationId: OrganizationId, acknowledged: readonly string[]): Promise<void> {
  const documents = await rows<{ id: string; status: string; current_job_id: string; error_code: string | null }>(
    'SELECT id, status, current_job_id, error_code FROM documents WHERE organization_id = ?',
    organizationId,
  );
  const ids = documents.map(({ id }) => id);
  // No acknowledged document is lost, and every document has a final status.
  expect(ids).toEqual(expect.arrayContaining([...acknowledged]));
  for (const { status } of documents) expect(isTerminal(status as Parameters<typeof isTerminal>[0])).toBe(true);

  const good = documents.filter(({ error_code }) => error_code === null);
  const read = good.map(({ id, current_job_id }) => `${id} ${current_job_id}`).toSorted();
  // One result and one usage line per successful document, none for the others.
  expect(await pairsOf('results', organizationId)).toEqual(read);
  expect(await pairsOf('usage_lines', organizationId)).toEqual(read);

  // One event per change: the document was created once and ended once.
  const events = await rows<{ target_id: string; action: string }>(
    `SELECT target_id, action FROM audit_events WHERE organization_id = ? AND target_kind = 'document'`,
    organizationId,
  );
  const told = events.map(({ target_id, action }) => `${target_id} ${action}`).toSorted();
  const expected = documents.flatMap(({ id, status }) => [`${id} document.created`, `${id} document.${status}`]);
  expect(told).toEqual(expected.toSorted());

  // No row without its original, and no object without its row.
  const { objects } = await env.FILES.list({ prefix: `${organizationId}/` });
  const withObjects = new Set(objects.map(({ key }) => key.split('/')[1] ?? ''));
  expect([...withObjects].toSorted()).toEqual(ids.toSorted());
  for (const id of ids) expect(objects.map(({ key }) => key)).toContain(`${organizationId}/${id}/original`);

  // The outbox is empty.
  expect(await rows('SELECT id FROM outbox WHERE organization_id = ?', organizationId)).toEqual([]);
}

async function pairsOf(table: 'results' | 'usage_lines', organizationId: string): Promise<readonly string[]> {
  const found = await rows<{ document_id: string; job_id: string }>(
    `SELECT document_id, job_id FROM ${table} WHERE organization_id = ?`,
    organizationId,
  );
  return found.map(({ document_id, job_id }) => `${document_id} ${job_id}`).toSorted();
}

async function rows<Row>(sql: string, organizationId: string): Promise<readonly Row[]> {
  return (await env.DB.prepare(sql).bind(organizationId).all<Row>()).results;
}
