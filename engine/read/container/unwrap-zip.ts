import { MAX_PARTS } from '../limits.ts';
import { detectMediaType } from '../media-type.ts';
import { openZip } from '../zip/open-zip.ts';
import type { Part, Unwrapped } from './part.ts';
import { isReadableInside } from './readable-types.ts';

/** Returns the documents of an archive in order of their names; archives within it are skipped. @throws ZipRefused */
export async function unwrapZip(bytes: Uint8Array, pause: () => Promise<void>): Promise<Unwrapped> {
  const zip = openZip(bytes, pause);
  const files = zip.members.filter(({ name, size }) => size > 0 && !isHousekeeping(name));
  if (files.length > MAX_PARTS) {
    const message = `The archive holds ${files.length} files; at most ${MAX_PARTS} are read together.`;
    return { ok: false, error: { code: 'too_large', message } };
  }
  const parts: Part[] = [];
  const leftOut: string[] = [];
  for (const { name } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const content = await zip.read(name);
    if (content === undefined) continue;
    const mediaType = detectMediaType(content);
    if (isReadableInside(mediaType) && mediaType !== 'application/zip')
      parts.push({ kind: 'file', name, bytes: content, mediaType });
    else leftOut.push(name);
  }
  return { ok: true, parts, leftOut };
}

/** Files that operating systems add to archives. */
function isHousekeeping(name: string): boolean {
  return name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/.test(name);
}
