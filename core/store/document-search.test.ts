import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connectTenant } from '../db/connect.ts';
import { documents, documentTexts } from '../db/schema/tenant.ts';
import { queryWords } from '../domain/search-words.ts';
import { storeDocument } from '../testing/stored-document.ts';
import { countDocuments, listDocuments } from './document-list.ts';
import { indexDocument } from './document-search.ts';
import { deleteTenantRows } from './purge-organization.ts';

const db = connectTenant({ DB: env.DB }, 'DB');
const everywhere = { everywhere: true, unassigned: true, workspaceIds: [], documentIds: [] };

async function search(organizationId: Parameters<typeof listDocuments>[1], text: string) {
  const filter = { text, deleted: false, places: everywhere };
  const rows = await listDocuments(db, organizationId, filter, { limit: 10, sort: '-created_at' });
  return rows.map(({ id }) => id);
}

const indexRows = async () =>
  (await env.DB.prepare('SELECT count(*) AS n FROM document_search').first<{ n: number }>())?.n;

test('words of the values and of the pages are found together, by their beginning', async () => {
  const { organizationId, documentId } = await storeDocument(env, new Uint8Array([1]));
  const text = { part: 'text', words: ['lieferschein', 'strasse'], at: 1 } as const;
  const values = { part: 'values', words: ['muller', '100777'], at: 1 } as const;
  await db.batch([
    ...indexDocument(db, organizationId, documentId, text),
    ...indexDocument(db, organizationId, documentId, values),
  ]);
  for (const found of ['Müller Straße', 'LIEFER 1007', 'mul'])
    expect([found, await search(organizationId, found)]).toEqual([found, [documentId]]);
  expect(await search(organizationId, 'Müller Rechnung')).toEqual([]);
});

test('a part indexed again holds the new words only', async () => {
  const { organizationId, documentId } = await storeDocument(env, new Uint8Array([1]));
  await db.batch(indexDocument(db, organizationId, documentId, { part: 'values', words: ['before'], at: 1 }));
  await db.batch(indexDocument(db, organizationId, documentId, { part: 'values', words: ['behind'], at: 2 }));
  expect(await search(organizationId, 'before')).toEqual([]);
  expect(await search(organizationId, 'behind')).toEqual([documentId]);
});

test('nothing is found under another organization, nor after the document or the organization is gone', async () => {
  const mine = await storeDocument(env, new Uint8Array([1]));
  const second = await storeDocument(env, new Uint8Array([1]), mine.organizationId);
  const theirs = await storeDocument(env, new Uint8Array([2]));
  for (const { organizationId, documentId } of [mine, second, theirs])
    await db.batch(indexDocument(db, organizationId, documentId, { part: 'text', words: ['secret'], at: 1 }));
  expect(await search(theirs.organizationId, 'secret')).toEqual([theirs.documentId]);
  const before = (await indexRows()) ?? 0;
  await db.delete(documents).where(eq(documents.id, mine.documentId));
  expect(await search(mine.organizationId, 'secret')).toEqual([second.documentId]);
  await deleteTenantRows(db, mine.organizationId);
  expect(await indexRows()).toBe(before - 4);
  expect(await db.$count(documentTexts, eq(documentTexts.organizationId, mine.organizationId))).toBe(0);
  expect(await search(theirs.organizationId, 'secret')).toEqual([theirs.documentId]);
});

test('a search full of quotes and operators is a search for its words', async () => {
  const { organizationId, documentId } = await storeDocument(env, new Uint8Array([1]));
  for (const text of ['"test', 'test OR (', 'test* NOT "x', 'NEAR(test', '^test', 'words:test', "';--", '   ?!'])
    await expect(search(organizationId, text)).resolves.toBeDefined();
  expect(await search(organizationId, '("test" *')).toEqual([documentId]);
});

test('counts per status fit the filter', async () => {
  const { organizationId } = await storeDocument(env, new Uint8Array([1]));
  await storeDocument(env, new Uint8Array([2]), organizationId);
  const counts = await countDocuments(db, organizationId, { deleted: false, places: everywhere }, 100);
  expect([counts.get('queued'), counts.get('failed')]).toEqual([2, 0]);
  const most = { text: 'a b c d e f g h', vendor: 'Ü', deleted: false, places: everywhere };
  expect((await countDocuments(db, organizationId, most, 100)).get('queued')).toBe(0);
  expect(queryWords(most.text)).toHaveLength(8);
});
