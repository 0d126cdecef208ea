import type { Zip } from '../zip/open-zip.ts';
import { followXml } from './xml-events.ts';

/** Targets that a part of an office file references, by relation id (ECMA-376 part 2): paths from the archive root. */
export async function readRelations(
  zip: Zip,
  part: string,
  pause: () => Promise<void>,
): Promise<ReadonlyMap<string, string>> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const bytes = await zip.read(`${folder}_rels/${part.slice(slash + 1)}.rels`);
  const relations = new Map<string, string>();
  if (bytes === undefined) return relations;
  await followXml(
    bytes,
    {
      open(name, attributes) {
        const { Id: id, Target: target, TargetMode: mode } = attributes;
        if (name !== 'Relationship' || id === undefined || target === undefined || mode === 'External') return;
        relations.set(id, resolved(folder, target));
      },
    },
    pause,
  );
  return relations;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
