import type { Result } from '#core/contract/result';
import { readPagePicture, readPageWords } from '../../api/documents.ts';
import { drawWords } from './words-picture.ts';

/** Drawing a page costs the server far more than sending it; the pages in view come first. */
const MAX_PARALLEL = 3;

/** The pictures of a document's pages, each fetched once and kept until `release`. */
export interface PagePictures {
  /** An address for `<img>`. Rejects with what the request throws; a rejected page may be asked for again. */
  readonly picture: (page: number) => Promise<string>;
  readonly release: () => void;
}

export function createPagePictures(documentId: string, pages: Result['pages']): PagePictures {
  const byNumber = new Map(pages.map((page) => [page.page, page]));
  const known = new Map<number, Promise<string>>();
  const addresses: string[] = [];
  const stop = new AbortController();
  const waiting: (() => void)[] = [];
  let running = 0;

  const fetchPicture = async (number: number): Promise<Blob> => {
    const page = byNumber.get(number);
    if (page?.laid_out !== true) return readPagePicture(documentId, number, stop.signal);
    const { words } = await readPageWords(documentId, number, stop.signal);
    return new Blob([drawWords(page, words)], { type: 'image/svg+xml' });
  };

  const load = async (page: number): Promise<string> => {
    if (running >= MAX_PARALLEL) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      const address = URL.createObjectURL(await fetchPicture(page));
      addresses.push(address);
      return address;
    } finally {
      running -= 1;
      // The page asked for last is the one that is looked at now.
      waiting.pop()?.();
    }
  };

  return {
    picture: (page) => {
      const present = known.get(page);
      if (present) return present;
      const started = load(page);
      known.set(page, started);
      started.catch(() => known.delete(page));
      return started;
    },
    release: () => {
      stop.abort();
      for (const address of addresses) URL.revokeObjectURL(address);
    },
  };
}
