import type { EngineError } from '#engine/model';
import type { Block } from '../flow/block.ts';

export interface FilePart {
  readonly kind: 'file';
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The result of `detectMediaType`. */
  readonly mediaType: string | undefined;
}

/** A document found in a container (mail, archive, signed file). */
export type Part =
  | FilePart
  /** The body text of a mail. */
  | { readonly kind: 'text'; readonly name: string; readonly blocks: readonly Block[] };

export type Unwrapped =
  | {
      readonly ok: true;
      readonly parts: readonly Part[];
      /** Names of files of an unsupported type. */
      readonly leftOut: readonly string[];
    }
  | { readonly ok: false; readonly error: EngineError };

/** Makes names unique: the second `scan.pdf` becomes `scan (2).pdf`. */
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
