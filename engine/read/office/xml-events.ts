import { Parser } from 'htmlparser2';
import { decodeText } from '../text/decode-text.ts';
import { feedMarkup } from '../text/feed-markup.ts';
import { ZipRefused } from '../zip/open-zip.ts';

/** Nested tables in a word processor use about ten elements per level. */
const MAX_DEPTH = 500;

export interface XmlEvents {
  /** `name` is the local name: prefixes differ between writers. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Streams the XML of an office file without building a tree: a sheet may have a million cells. Only the five predefined
 * entities and character references are decoded, and a DOCTYPE has no effect.
 *
 * @throws ZipRefused if elements are nested deeper than any writer nests them
 */
export async function followXml(bytes: Uint8Array, events: XmlEvents, pause: () => Promise<void>): Promise<void> {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        events.open?.(localName(name), attributes);
      },
      ontext: (text) => events.text?.(text),
      onclosetag: (name) => {
        depth -= 1;
        events.close?.(localName(name));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  if (!(await feedMarkup(parser, decodeText(bytes), () => depth, MAX_DEPTH, pause))) {
    throw new ZipRefused('damaged', 'The file is damaged: its elements are never closed.');
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Looks up an attribute by its local name: `r:id` and `ns3:id` are equivalent. */
export function attribute(attributes: Readonly<Record<string, string>>, local: string): string | undefined {
  const name = Object.keys(attributes).find((key) => key === local || key.endsWith(`:${local}`));
  return name === undefined ? undefined : attributes[name];
}
