import { deflateSync } from 'node:zlib';
import { type HostileFile, joined, latin1, seeded, utf8 } from '../hostile-file.ts';
import { CATALOGUE, flate, HELVETICA, onePage, PAGES, pdfOf, stream, textLines } from './pdf-file.ts';
import { zipFile } from './zip-file.ts';

const letter = () => onePage(textLines(['Invoice 4711', 'Total 119.00 EUR']));
const image = (dictionary: string, bytes: Uint8Array) =>
  onePage('q 500 0 0 500 50 50 cm /X1 Do Q', [stream(bytes, `/Type /XObject /Subtype /Image ${dictionary}`)]);
const form = (content: string) =>
  stream(content, '/Type /XObject /Subtype /Form /BBox [0 0 500 500] /Resources << /XObject << /X1 6 0 R >> >>');
/** A page takes a hundred bytes; a hundred thousand of them form a deep and wide tree. */
const pageRow = (count: number) =>
  Array.from({ length: count }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>');

const damaged = (seed: number): HostileFile => ({
  name: `pdf with bits flipped, seed ${seed}`,
  make: () => {
    const bytes = letter();
    const random = seeded(seed);
    for (let flips = 0; flips < 40; flips++) {
      const at = Math.floor(random() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
    return bytes;
  },
});

export const PDFS: readonly HostileFile[] = [
  {
    name: 'pdf flate bomb 1:1000',
    telling: true,
    make: () => onePage(flate(new Uint8Array(64 * 1024 * 1024).fill(0x20))),
  },
  {
    name: 'pdf bomb in two filters',
    make: () => {
      const inner = Uint8Array.from(deflateSync(new Uint8Array(192 * 1024 * 1024)));
      return onePage(stream(Uint8Array.from(deflateSync(inner)), '/Filter [/FlateDecode /FlateDecode]'));
    },
  },
  {
    name: 'pdf page tree that loops',
    make: () => pdfOf([CATALOGUE, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
  },
  {
    name: 'pdf with 2^31 pages claimed',
    make: () => pdfOf([CATALOGUE, '<< /Type /Pages /Kids [] /Count 2147483648 >>']),
  },
  {
    name: 'pdf with 100,000 pages',
    make: () => {
      const kids = Array.from({ length: 100_000 }, (_, index) => `${index + 3} 0 R`).join(' ');
      return pdfOf([CATALOGUE, `<< /Type /Pages /Kids [${kids}] /Count 100000 >>`, ...pageRow(100_000)]);
    },
  },
  {
    name: 'pdf page of 10^9 points',
    make: () => onePage(textLines(['x']), [], '/MediaBox [0 0 1000000000 1000000000]'),
  },
  { name: 'pdf arrays nested 200,000 deep', make: () => onePage(`${'['.repeat(200_000)}${']'.repeat(200_000)} TJ`) },
  {
    name: 'pdf dictionaries nested 50,000 deep',
    make: () => pdfOf([`${'<< /A '.repeat(50_000)}1${' >>'.repeat(50_000)}`]),
  },
  {
    name: 'pdf cross-references in a loop',
    make: () => {
      const text =
        '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n';
      return latin1(text);
    },
  },
  {
    name: 'pdf with scripts and a program to launch',
    make: () =>
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while(true){}) >> /AA << /WC << /S /Launch /F (/bin/sh) >> >> >>',
        PAGES,
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
      ]),
  },
  { name: 'pdf cut in the middle', make: () => letter().slice(0, 300) },
  {
    name: 'pdf without its end',
    make: () =>
      latin1(
        Buffer.from(letter())
          .toString('latin1')
          .replace(/startxref.*$/s, ''),
      ),
  },
  { name: 'pdf behind 2 kB of junk', make: () => joined(latin1('junk'.repeat(512)), letter()) },
  { name: 'no byte', make: () => new Uint8Array(0) },
  { name: 'one byte', make: () => Uint8Array.of(0x25) },
  {
    name: 'pdf with a user password',
    make: () => {
      const key = '00'.repeat(32);
      const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>]`;
      return pdfOf([CATALOGUE, PAGES, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>'], encrypt);
    },
  },
  {
    name: 'pdf with an unknown security handler',
    make: () => pdfOf([CATALOGUE, PAGES, '<< /Type /Page >>'], '/Encrypt << /Filter /Foreign /V 99 /R 99 >>'),
  },
  { name: 'pdf that is a zip too', make: () => joined(letter(), zipFile([{ name: 'a.txt', data: utf8('Invoice') }])) },
  { name: 'html that is a pdf too', make: () => joined(utf8('<html><script>1</script>'), letter()) },
  { name: 'gif that is a script too', make: () => latin1('GIF89a/*\x00\x00\x00*/=1;alert(1)') },
  { name: 'program named pdf', make: () => joined(latin1('MZ\x90\x00'), new Uint8Array(100_000).fill(0xcc)) },
  { name: 'pdf form that draws itself', make: () => onePage('/X1 Do', [form('/X1 Do /X1 Do')]) },
  {
    name: 'pdf forms that double 30 times',
    make: () =>
      onePage(
        '/X1 Do',
        Array.from({ length: 30 }, (_, index) =>
          stream(
            '/N Do /N Do',
            `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /N ${Math.min(index + 7, 35)} 0 R >> >>`,
          ),
        ),
      ),
  },
  { name: 'pdf with 500,000 saved states', make: () => onePage(flate('q '.repeat(500_000))) },
  { name: 'pdf with 5,000 saved states', make: () => onePage(flate('q '.repeat(5_000))) },
  {
    name: 'pdf picture of 60,000 by 60,000',
    telling: true,
    make: () =>
      image(
        '/Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode',
        Uint8Array.from(deflateSync(new Uint8Array(1024))),
      ),
  },
  {
    name: 'pdf fax of 2^31 rows',
    make: () =>
      image(
        '/Width 60000 /Height 2147483647 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 60000 >>',
        new Uint8Array(1000).fill(0xff),
      ),
  },
  {
    name: 'pdf jbig2 of noise',
    make: () =>
      image(
        '/Width 5000 /Height 5000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode',
        new Uint8Array(5000).fill(0x5a),
      ),
  },
  {
    name: 'pdf jpx of noise',
    make: () => image('/Width 5000 /Height 5000 /Filter /JPXDecode', new Uint8Array(5000).fill(0x5a)),
  },
  {
    name: 'pdf object stream that extends itself',
    make: () => pdfOf([CATALOGUE, PAGES, stream('1 0 2 9 ', '/Type /ObjStm /N 2 /First 8 /Extends 3 0 R')]),
  },
  {
    name: 'pdf stream of negative length',
    make: () =>
      latin1(
        Buffer.from(letter())
          .toString('latin1')
          .replace(/\/Length \d+/, '/Length -1'),
      ),
  },
  {
    name: 'pdf form fields in a loop',
    make: () =>
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>',
        PAGES,
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Annots [4 0 R] >>',
        '<< /T (a) /FT /Tx /Subtype /Widget /Rect [0 0 9 9] /Parent 4 0 R /Kids [4 0 R] >>',
      ]),
  },
  {
    name: 'pdf with 20,000 form fields',
    make: () => {
      const fields = Array.from({ length: 20_000 }, (_, index) => `${index + 4} 0 R`).join(' ');
      return pdfOf([
        `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${fields}] >> >>`,
        PAGES,
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Annots [${fields}] >>`,
        ...Array.from(
          { length: 20_000 },
          (_, index) =>
            `<< /T (f${index}) /V (${'v'.repeat(100)}) /FT /Tx /Type /Annot /Subtype /Widget /Rect [0 0 9 9] >>`,
        ),
      ]);
    },
  },
  {
    name: 'pdf with 2,000 attachments',
    make: () => {
      const names = Array.from({ length: 2_000 }, (_, index) => `(f${index}.xml) 4 0 R`).join(' ');
      return pdfOf([
        `<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [${names}] >> >> >>`,
        PAGES,
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>',
        '<< /Type /Filespec /F (factur-x.xml) /EF << /F 5 0 R >> >>',
        flate(`<Invoice>${' '.repeat(1_000_000)}</Invoice>`, '/Type /EmbeddedFile'),
      ]);
    },
  },
  { name: 'pdf with a number of a million digits', make: () => onePage(`${'9'.repeat(1_000_000)} 0 Td`) },
  {
    name: 'pdf with a font program of noise',
    make: () =>
      pdfOf([
        CATALOGUE,
        PAGES,
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
        stream(textLines(['Total 5.00'])),
        '<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor 6 0 R /FirstChar 0 /LastChar 255 >>',
        '<< /Type /FontDescriptor /FontName /X /Flags 4 /FontFile2 7 0 R >>',
        stream(joined(Uint8Array.of(0, 1, 0, 0, 0xff, 0xff), new Uint8Array(20_000).fill(0xa5))),
        HELVETICA,
      ]),
  },
  ...[1, 2, 3, 4, 5, 6].map(damaged),
];
