import type { DocumentView } from '#core/contract/documents';
import type { PageWords, Result } from '#core/contract/result';
import { readDocument, readPageWords, readResult } from '../../api/documents.ts';
import { createPageImages, type PageImages } from '../document/page-images.ts';

/** Everything needed to show a document at once. */
export interface PreparedDocument {
  readonly document: DocumentView;
  readonly result: Result;
  readonly images: PageImages;
  readonly words: (page: number) => Promise<PageWords>;
  readonly release: () => void;
}

/** Reads a document with its result, and starts to load the picture and the words of the page that is shown first. */
export async function prepareDocument(id: string): Promise<PreparedDocument> {
  const { result: within, ...document } = await readDocument(id);
  const result = within ?? (await readResult(id));
  const images = createPageImages(id, result.pages);
  const stop = new AbortController();
  const known = new Map<number, Promise<PageWords>>();
  const words = (page: number): Promise<PageWords> => {
    const present = known.get(page);
    if (present) return present;
    const started = readPageWords(id, page, stop.signal);
    known.set(page, started);
    started.catch(() => known.delete(page));
    return started;
  };
  const first = result.pages[0]?.page;
  if (first !== undefined) void Promise.allSettled([images.image(first), words(first)]);
  return {
    document,
    result,
    images,
    words,
    release: () => {
      stop.abort();
      images.release();
    },
  };
}
