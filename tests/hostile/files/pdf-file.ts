import { deflateSync } from 'node:zlib';
import { joined, latin1 } from '../hostile-file.ts';

/** A PDF of these objects, numbered from 1; object 1 is the catalogue. The cross-reference table is right. */
export function pdfOf(objects: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const parts: Uint8Array[] = [latin1('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]?.byteLength ?? 0;
  const push = (part: Uint8Array) => {
    parts.push(part);
    length += part.byteLength;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    push(latin1(`${index + 1} 0 obj\n`));
    push(typeof object === 'string' ? latin1(object) : object);
    push(latin1('\nendobj\n'));
  }
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  push(
    latin1(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  // Not with `joined`: hundreds of thousands of parts exceed an argument list.
  return Uint8Array.from(Buffer.concat(parts));
}

export function stream(content: string | Uint8Array, dictionary = ''): Uint8Array {
  const bytes = typeof content === 'string' ? latin1(content) : content;
  return joined(latin1(`<< /Length ${bytes.byteLength} ${dictionary} >>\nstream\n`), bytes, latin1('\nendstream'));
}

export const flate = (content: string | Uint8Array, dictionary = ''): Uint8Array =>
  stream(Uint8Array.from(deflateSync(content)), `/Filter /FlateDecode ${dictionary}`);

export const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
export const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
export const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
const RESOURCES = '/Resources << /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >>';

/** One page whose content is object 4, with a font (5) and further objects from 6. */
export function onePage(
  content: string | Uint8Array,
  further: readonly (string | Uint8Array)[] = [],
  page = '/MediaBox [0 0 595 842]',
): Uint8Array {
  const body = typeof content === 'string' ? stream(content) : content;
  return pdfOf([
    CATALOGUE,
    PAGES,
    `<< /Type /Page /Parent 2 0 R ${page} /Contents 4 0 R ${RESOURCES} >>`,
    body,
    HELVETICA,
    ...further,
  ]);
}

/** Lines of text, from the top of an A4 page. */
export const textLines = (lines: readonly string[]): string =>
  `BT /F1 10 Tf 12 TL 50 800 Td ${lines.map((line) => `(${line}) Tj T*`).join('\n')} ET`;
