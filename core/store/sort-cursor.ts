import { MAX_SORT_CURSOR } from '../domain/document-order.ts';

/** The last row of a list that can be ordered by several columns; as opaque as the cursors of `cursor.ts`. */
export interface SortPosition {
  readonly sort: string;
  readonly key: string | number;
  readonly id: string;
}

const MAX_ID_LENGTH = 64;

export function encodeSortCursor({ sort, key, id }: SortPosition): string {
  const bytes = new TextEncoder().encode(JSON.stringify([sort, key, id]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The position, or null for any text that is no cursor of a list in this order. */
export function decodeSortCursor(text: string, sort: string): SortPosition | null {
  if (text.length > MAX_SORT_CURSOR || !/^[A-Za-z0-9_-]+$/.test(text)) return null;
  const parsed = parse(text);
  if (!Array.isArray(parsed) || parsed.length !== 3) return null;
  const [order, key, id]: readonly unknown[] = parsed;
  if (order !== sort || typeof id !== 'string' || id.length === 0 || id.length > MAX_ID_LENGTH) return null;
  if (typeof key !== 'string' && !(typeof key === 'number' && Number.isFinite(key))) return null;
  return { sort, key, id };
}

function parse(text: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}
