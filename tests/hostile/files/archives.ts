import { type HostileFile, joined, latin1, utf8 } from '../hostile-file.ts';
import { packedZeros, type ZipMember, zipFile } from './zip-file.ts';

const EMPTY = new Uint8Array(0);
/** An empty Deflate block. */
const PACKED_NOTHING = Uint8Array.of(3, 0);

const text = (content: string): Uint8Array => utf8(content);

/** Archives nested `depth` times, each with `copies` of the next one. */
function nested(depth: number, copies: number): Uint8Array {
  let inner = zipFile([{ name: 'zeros.txt', data: new Uint8Array(1024 * 1024) }]);
  for (let level = 0; level < depth; level++) {
    const data = inner;
    inner = zipFile(Array.from({ length: copies }, (_, index) => ({ name: `${index}.zip`, data })));
  }
  return inner;
}

const office = (parts: Readonly<Record<string, string>>, main: string, kind: string): Uint8Array =>
  zipFile([
    {
      name: '[Content_Types].xml',
      data: text(
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`,
      ),
    },
    {
      name: '_rels/.rels',
      data: text(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${main}"/></Relationships>`,
      ),
    },
    ...Object.entries(parts).map(([name, content]): ZipMember => ({ name, data: text(content) })),
  ]);

const docx = (body: string, before = ''): Uint8Array =>
  office(
    {
      'word/document.xml': `${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
    'word/document.xml',
    'wordprocessingml.document',
  );

const xlsx = (sheet: string, strings = ''): Uint8Array =>
  office(
    {
      'xl/workbook.xml':
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="s1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
      'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings}</sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
    },
    'xl/workbook.xml',
    'spreadsheetml.sheet',
  );

const NAMES = [
  '../../etc/passwd',
  '/etc/passwd',
  'C:\\windows\\a.txt',
  '\u202egnp.txt',
  'a\u0000b.txt',
  '.',
  '..',
  'x'.repeat(60_000),
];

/** DER: nested constructed octet strings or sequences of any depth. */
function nestedDer(depth: number): Uint8Array {
  const head = Uint8Array.of(0x30, 0x80, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02);
  return joined(head, ...Array.from({ length: depth }, () => Uint8Array.of(0x24, 0x80)));
}

export const ARCHIVES: readonly HostileFile[] = [
  {
    name: 'zip of one gibibyte of zeros',
    telling: true,
    make: () =>
      zipFile([{ name: 'a.txt', data: new Uint8Array(0), packed: packedZeros(1024), claimedSize: 1024 ** 3 }]),
  },
  {
    name: 'zip that claims a byte and holds a gibibyte',
    make: () => zipFile([{ name: 'a.txt', data: new Uint8Array(0), packed: packedZeros(1024), claimedSize: 1 }]),
  },
  { name: 'zip in zip, ten wide and eight deep', make: () => nested(8, 10) },
  { name: 'zip in zip, 200 deep', make: () => nested(200, 1) },
  {
    name: 'zip with names that leave the folder',
    make: () => zipFile(NAMES.map((name) => ({ name, data: text('Invoice 4711') }))),
  },
  { name: 'zip with a link', make: () => zipFile([{ name: 'link.txt', data: text('/etc/passwd'), mode: 0o120777 }]) },
  {
    name: 'zip with 60,000 members',
    telling: true,
    make: () =>
      zipFile(
        Array.from({ length: 60_000 }, (_, index) => ({ name: `${index}.txt`, data: EMPTY, packed: PACKED_NOTHING })),
      ),
  },
  {
    name: 'zip of 1,000 members over each other',
    make: () =>
      zipFile([
        { name: 'a.txt', data: new Uint8Array(8 * 1024 * 1024).fill(0x41) },
        ...Array.from({ length: 1_000 }, (_, index) => ({
          name: `${index}.txt`,
          data: new Uint8Array(8 * 1024 * 1024).fill(0x41),
          offset: 0,
        })).slice(0, 40),
      ]),
  },
  { name: 'zip with a password', make: () => zipFile([{ name: 'a.pdf', data: text('%PDF-'), flags: 1 }]) },
  { name: 'zip without its directory', make: () => zipFile([{ name: 'a.txt', data: text('Invoice') }]).slice(0, 60) },
  {
    name: 'docx with entities that name entities',
    make: () =>
      docx(
        '<w:p><w:r><w:t>&b;</w:t></w:r></w:p>',
        `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>`,
      ),
  },
  { name: 'docx with 200,000 open paragraphs', make: () => docx('<w:p>'.repeat(200_000)) },
  { name: 'docx of tables in tables', make: () => docx('<w:tbl><w:tr><w:tc>'.repeat(5_000)) },
  {
    name: 'xlsx with cells in far corners',
    make: () => xlsx('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'),
  },
  {
    name: 'xlsx with 300,000 cells',
    make: () =>
      xlsx(
        Array.from({ length: 3_000 }, (_, row) => `<row r="${row + 1}">${'<c><v>1</v></c>'.repeat(100)}</row>`).join(
          '',
        ),
      ),
  },
  {
    name: 'xlsx with a string of 10 MB',
    make: () => xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', `<si><t>${'word '.repeat(2_000_000)}</t></si>`),
  },
  { name: 'signed file nested 100,000 deep', telling: true, make: () => nestedDer(100_000) },
  {
    name: 'signed file of 2^32 bytes claimed',
    make: () => joined(Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff), nestedDer(1).slice(2)),
  },
  { name: 'gzip', make: () => joined(latin1('\x1f\x8b\x08\0\0\0\0\0\0\x03'), packedZeros(64)) },
];
