/** A page of a test PDF: its content stream and additional dictionary entries (`/Rotate 90`). */
export interface TestPage {
  readonly content: string;
  readonly entries?: string;
}

/**
 * Writes a PDF 1.4 with the given pages, 600 × 400 points each, Helvetica as `/F1` and Helvetica-Bold as `/F2`. Further
 * objects follow the pages: with one page they begin at `7 0 R`. For tests, which need full control of the operators.
 */
export function buildPdf(pages: readonly TestPage[], extraObjects: readonly string[] = []): Uint8Array<ArrayBuffer> {
  const fonts = '/Font << /F1 3 0 R /F2 4 0 R >>';
  const pageNumbers = pages.map((_, index) => 5 + index * 2);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pageNumbers.map((number) => `${number} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap(({ content, entries = '' }, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Resources << ${fonts} >> /Contents ${6 + index * 2} 0 R ${entries} >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
    ...extraObjects,
  ];
  let text = '%PDF-1.4\n';
  const offsets: number[] = [];
  objects.forEach((object, index) => {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const xref = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\n`;
  return latin1Bytes(`${text}${xref}startxref\n${text.length}\n%%EOF\n`);
}

/** One byte per character: PDF operators and WinAnsi text. */
function latin1Bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
