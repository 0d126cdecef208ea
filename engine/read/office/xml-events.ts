import { Parser } from 'htmlparser2';
import { decodeText } from '../text/decode-text.ts';
import { feedMarkup } from '../text/feed-markup.ts';
import { ZipRefused } from '../zip/open-zip.ts';

/** Tables in tables of a word processor nest about ten elements a level. */
const MAX_DEPTH = 500;

export interface XmlEvents {
  /** `name` is the local name: prefixes differ between writers. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Runs over the XML of an office file without building a tree: a sheet may have a million cells. Entities beyond the
 * five predefined ones and character references stay as they stand, and a DOCTYPE has no effect.
 *
 * @throws ZipRefused when elements are nested deeper than any writer does
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

/** An attribute by its local name: `r:id` and `ns3:id` are the same to the reader. */
export function attribute(attributes: Readonly<Record<string, string>>, local: string): string | undefined {
  const name = Object.keys(attributes).find((key) => key === local || key.endsWith(`:${local}`));
  return name === undefined ? undefined : attributes[name];
}
