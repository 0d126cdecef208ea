import { wordsKey } from '#core/blobs/keys';
import { readVerified } from '#core/blobs/verified';
import { readWordsOfPages } from '#core/blobs/words';
import { CONTROL_BINDING } from '#core/db/connect';
import type { ExtractionResult, PageWord } from '#core/domain/result';
import { wordsOfPages, wordsOfValues } from '#core/domain/search-words';
import { indexPending, listPendingTexts } from '#core/store/document-search';
import type { Dependencies } from './services/context.ts';

/** Parts of documents per run: about a second of work. */
const INDEX_LIMIT = 100;

type Pending = Awaited<ReturnType<typeof listPendingTexts>>[number];

/** Puts documents into the full-text index that were stored before there was one, or whose entry was reset. */
export async function indexPendingTexts(dependencies: Dependencies): Promise<void> {
  const { tenant, now, log } = dependencies;
  const db = tenant(CONTROL_BINDING);
  const pending = await listPendingTexts(db, INDEX_LIMIT);
  for (const text of pending) {
    try {
      const words = text.part === 'text' ? await readPages(dependencies, text) : await readValues(dependencies, text);
      await indexPending(db, text, words, now());
    } catch (error) {
      // One document that cannot be indexed must not keep the others waiting; the next run tries it again.
      log.error('a document could not be indexed', error, { document_id: text.documentId });
    }
  }
  if (pending.length > 0) log.info('documents indexed', { parts: pending.length });
}

/** Without a readable result a document is found by its name. */
async function readValues({ files, log }: Dependencies, text: Pending): Promise<readonly string[]> {
  if (text.result === null) return wordsOfValues(text, null);
  const read = await readVerified(files, text.result.objectKey, text.result);
  if (read.kind === 'whole') {
    const result: ExtractionResult = JSON.parse(new TextDecoder().decode(read.bytes));
    return wordsOfValues(text, result);
  }
  log.error('a result could not be indexed', new Error(`the stored result is ${read.kind}`), {
    document_id: text.documentId,
  });
  return wordsOfValues(text, null);
}

async function readPages({ files, log }: Dependencies, text: Pending): Promise<readonly string[]> {
  const pages = await readWordsOfPages(files, wordsKey(text.organizationId, text.documentId, text.jobId));
  if (pages === null) {
    if (text.result !== null)
      log.error('words could not be indexed', new Error('the stored words are missing or damaged'), {
        document_id: text.documentId,
      });
    return [];
  }
  const words = pages.map((page): readonly PageWord[] => JSON.parse(page));
  return wordsOfPages(words, () => scheduler.wait(0));
}
