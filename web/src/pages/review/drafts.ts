import type { Correction, NewValue } from './corrections.ts';

/** What has not reached the server yet. */
export interface Draft {
  /** Version of the result it was made on. */
  readonly version: number;
  readonly corrections: readonly Correction[];
  /** A value being typed. */
  readonly typing: ({ readonly key: string } & NewValue) | null;
}

type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const PREFIX = 'neocaptured.draft.';
const keyOf = (userId: string, documentId: string): string => `${PREFIX}${userId}.${documentId}`;

/** Storage that is blocked or full throws; a draft is a second line of defence, and must not break the first. */
function guarded<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}

/** Keeps the draft for a reload. Returns false when the browser stored nothing. An empty draft is removed. */
export function saveDraft(memory: () => Memory, userId: string, documentId: string, draft: Draft): boolean {
  const key = keyOf(userId, documentId);
  return guarded(() => {
    if (isEmpty(draft)) memory().removeItem(key);
    else memory().setItem(key, JSON.stringify(draft));
    return true;
  }, false);
}

function isEmpty({ corrections, typing }: Draft): boolean {
  return corrections.length === 0 && typing === null;
}

/** The draft of an earlier visit; null where there is none, or one that cannot be read. */
export function loadDraft(memory: () => Memory, userId: string, documentId: string): Draft | null {
  const text = guarded(() => memory().getItem(keyOf(userId, documentId)), null);
  if (text === null) return null;
  try {
    const draft: unknown = JSON.parse(text);
    return isDraft(draft) && !isEmpty(draft) ? draft : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Only this module writes drafts; a look at the outline finds those of older versions of the application. */
function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  return 'version' in value && 'typing' in value && 'corrections' in value && Array.isArray(value.corrections);
}
