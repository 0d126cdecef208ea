import { Parser } from 'htmlparser2';
import { decodeText } from '../text/decode-text.ts';

export interface XmlEvents {
  /** `name` is the local name: prefixes differ between writers. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Runs over the XML of an office file without building a tree: a sheet may have a million cells. Entities beyond the
 * five predefined ones and character references stay as they stand, and a DOCTYPE has no effect.
 */
export function followXml(bytes: Uint8Array, events: XmlEvents): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => events.open?.(localName(name), attributes),
      ontext: (text) => events.text?.(text),
      onclosetag: (name) => events.close?.(localName(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(decodeText(bytes));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute by its local name: `r:id` and `ns3:id` are the same to the reader. */
export function attribute(attributes: Readonly<Record<string, string>>, local: string): string | undefined {
  const name = Object.keys(attributes).find((key) => key === local || key.endsWith(`:${local}`));
  return name === undefined ? undefined : attributes[name];
}
