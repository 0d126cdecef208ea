/** A field of a SWIFT message: `:61:` with its tag, text and first line in the file. */
export interface MtField {
  readonly tag: string;
  /** Lines of the field. */
  readonly lines: readonly string[];
  /** Line in the file, from 1. */
  readonly line: number;
}

const FIELD = /^:(\d\d[A-Z]?):(.*)$/;
/** The end of a message: a hyphen alone, or with the brace of the text block. */
const END = /^-\}?\s*(?:\{5:.*)?$/;
/** Header blocks before the text block, on one line or several. */
const BLOCK = /^(?:-\}|\{[1-5]:|\s*\{4:)/;

/** The fields of every message of a file, in order. A field `:20:` begins a message, whatever stands before it. */
export function* messagesOfMt(text: string): Generator<readonly MtField[]> {
  let fields: MtField[] = [];
  let open: { readonly tag: string; readonly lines: string[]; readonly line: number } | undefined;
  let number = 0;
  for (let at = 0; at <= text.length; ) {
    const end = text.indexOf('\n', at);
    const raw = text.slice(at, end < 0 ? text.length : end);
    at += raw.length + 1;
    number += 1;
    const line = raw.trimEnd();
    // The text block may begin on the line of the headers: `{4::20:`.
    const body = BLOCK.test(line) ? line.slice(Math.max(0, line.lastIndexOf('{4:') + 3)) : line;
    const match = FIELD.exec(body);
    const [, tag, rest] = match ?? [];
    if (tag !== undefined && rest !== undefined) {
      if (tag === '20' && fields.length > 0) {
        yield fields;
        fields = [];
      }
      open = { tag, lines: [rest], line: number };
      fields.push(open);
    } else if (END.test(line) || BLOCK.test(line)) {
      if (fields.length > 0) yield fields;
      fields = [];
      open = undefined;
    } else if (open !== undefined && line !== '') {
      open.lines.push(line);
    }
  }
  if (fields.length > 0) yield fields;
}
