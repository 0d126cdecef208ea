import { readPagePicture } from '../../api/documents.ts';

/** Drawing a page costs the server far more than sending it; the pages in view come first. */
const MAX_PARALLEL = 3;

/** The pictures of a document's pages, each fetched once and kept until `release`. */
export interface PagePictures {
  /** An address for `<img>`. Rejects with what the request throws; a rejected page may be asked for again. */
  readonly picture: (page: number) => Promise<string>;
  readonly release: () => void;
}

export function createPagePictures(documentId: string): PagePictures {
  const known = new Map<number, Promise<string>>();
  const addresses: string[] = [];
  const stop = new AbortController();
  const waiting: (() => void)[] = [];
  let running = 0;

  const load = async (page: number): Promise<string> => {
    if (running >= MAX_PARALLEL) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      const address = URL.createObjectURL(await readPagePicture(documentId, page, stop.signal));
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
