import type { DocumentView } from '#core/contract/documents';
import type { NextReviewBody } from '#core/contract/review';
import { takeNext } from '../../api/review.ts';
import { type PreparedDocument, prepareDocument } from './prepared-document.ts';

/** Decided documents that the server is asked to pass over: it may not have noted the decision yet. */
const MAX_SKIPPED = 100;
/** Documents behind the next one that are loaded ahead. */
const BEHIND_NEXT = 1;

export interface NextInLine {
  /** Locked for this person; null at the end of the queue. */
  readonly document: DocumentView | null;
  /** Documents in the queue that are not in `skip`, this one included. */
  readonly remaining: number;
}

/** Takes documents off the queue and loads them before they are shown. */
export interface Ahead {
  readonly prepare: (id: string) => Promise<PreparedDocument>;
  readonly isLoaded: (id: string) => boolean;
  /** Locks the next document, and starts to load it and the one behind it. */
  readonly take: (skip: readonly string[]) => Promise<NextInLine>;
  readonly drop: (id: string) => void;
  readonly dropAll: () => void;
}

/** Which documents the queue hands out, and in which order. */
export type QueueFilter = Pick<Partial<NextReviewBody>, 'order' | 'mine' | 'document_type' | 'workspace_id'>;

export function createAhead(filter: QueueFilter): Ahead {
  const prepared = new Map<string, Promise<PreparedDocument>>();
  const prepare = (id: string): Promise<PreparedDocument> => {
    const present = prepared.get(id);
    if (present) return present;
    const started = prepareDocument(id);
    prepared.set(id, started);
    started.catch(() => prepared.delete(id));
    return started;
  };
  const drop = (id: string) => {
    const gone = prepared.get(id);
    prepared.delete(id);
    void gone?.then(
      ({ release }) => release(),
      () => undefined,
    );
  };
  return {
    prepare,
    isLoaded: (id) => prepared.has(id),
    take: async (skip) => {
      const { document, upcoming, remaining } = await takeNext({
        ...filter,
        skip: [...new Set(skip)].slice(-MAX_SKIPPED),
        prefetch: BEHIND_NEXT,
      });
      for (const each of document === null ? [] : [document, ...upcoming]) {
        const loaded = await prepared.get(each.id)?.catch(() => undefined);
        // Loaded ahead without a lock: somebody else may have changed it since.
        if (loaded && loaded.document.updated_at !== each.updated_at) drop(each.id);
        // A failure shows when the document is opened, with a way to try again.
        void prepare(each.id).catch(() => undefined);
      }
      return { document, remaining };
    },
    drop,
    dropAll: () => {
      for (const id of [...prepared.keys()]) drop(id);
    },
  };
}
