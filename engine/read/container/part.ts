import type { EngineError } from '#engine/model';
import type { Block } from '../flow/block.ts';

/** What a container (mail, archive, signed file) holds to be read as a document. */
export type Part =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  /** The text of a mail itself. */
  | { readonly kind: 'text'; readonly name: string; readonly blocks: readonly Block[] };

export type Unwrapped =
  | {
      readonly ok: true;
      readonly parts: readonly Part[];
      /** Files that are of no kind that is read, by name. */
      readonly leftOut: readonly string[];
    }
  | { readonly ok: false; readonly error: EngineError };

/** Names that are told apart: the second `scan.pdf` is `scan (2).pdf`. */
export function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    if (times === 1) return name;
    const dot = name.lastIndexOf('.');
    return dot > 0 ? `${name.slice(0, dot)} (${times})${name.slice(dot)}` : `${name} (${times})`;
  });
}
