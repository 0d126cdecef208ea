/**
 * Keyset pagination: a cursor names the last row shown, so that rows added in the meantime neither repeat nor hide
 * others. Opaque to callers (base64url of JSON `[at, id]`). Grants nothing: every query stays scoped to the tenant.
 */
export interface CursorPosition {
  /** Unix milliseconds of the last row shown. */
  readonly at: number;
  readonly id: string;
}

/** Longer texts are invalid: an id has at most 30 characters. */
const MAX_LENGTH = 120;
const MAX_ID_LENGTH = 64;

export function encodeCursor(position: CursorPosition): string {
  return btoa(JSON.stringify([position.at, position.id]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Decodes a cursor; null if it was not issued by this API, which the caller reports as 400 `bad_request`. */
export function decodeCursor(text: string): CursorPosition | null {
  if (text.length > MAX_LENGTH || !/^[A-Za-z0-9_-]+$/.test(text)) return null;
  const parsed = parseJson(text);
  if (!Array.isArray(parsed) || parsed.length !== 2) return null;
  const [at, id]: readonly unknown[] = parsed;
  if (typeof at !== 'number' || !Number.isSafeInteger(at) || at < 0) return null;
  if (typeof id !== 'string' || id.length === 0 || id.length > MAX_ID_LENGTH) return null;
  return { at, id };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return null;
    throw error;
  }
}
