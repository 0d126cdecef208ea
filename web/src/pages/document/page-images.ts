import type { Result } from '#core/contract/result';
import { readPageImage, readPageWords } from '../../api/documents.ts';
import { drawWords } from './words-image.ts';

/** Rendering a page is expensive for the server. */
const MAX_PARALLEL = 3;

/** The page images of a document, each fetched once and kept until `release`. */
export interface PageImages {
  /** A URL for `<img>`. Rejects when the request fails; a failed page can be requested again. */
  readonly image: (page: number) => Promise<string>;
  /** The same URL, at once, if the image is there already; else null. */
  readonly loaded: (page: number) => string | null;
  readonly release: () => void;
}

export function createPageImages(documentId: string, pages: Result['pages']): PageImages {
  const byNumber = new Map(pages.map((page) => [page.page, page]));
  const known = new Map<number, Promise<string>>();
  const addresses = new Map<number, string>();
  const stop = new AbortController();
  const waiting: (() => void)[] = [];
  let running = 0;

  const fetchImage = async (number: number): Promise<Blob> => {
    const page = byNumber.get(number);
    if (page?.laid_out !== true) return readPageImage(documentId, number, stop.signal);
    const { words } = await readPageWords(documentId, number, stop.signal);
    return new Blob([drawWords(page, words)], { type: 'image/svg+xml' });
  };

  const load = async (page: number): Promise<string> => {
    if (running >= MAX_PARALLEL) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      const address = URL.createObjectURL(await fetchImage(page));
      addresses.set(page, address);
      return address;
    } finally {
      running -= 1;
      // The page requested last is the one in view.
      waiting.pop()?.();
    }
  };

  return {
    loaded: (page) => addresses.get(page) ?? null,
    image: (page) => {
      const present = known.get(page);
      if (present) return present;
      const started = load(page);
      known.set(page, started);
      started.catch(() => known.delete(page));
      return started;
    },
    release: () => {
      stop.abort();
      for (const address of addresses.values()) URL.revokeObjectURL(address);
      addresses.clear();
    },
  };
}
