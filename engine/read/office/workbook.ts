import type { Zip } from '../zip/open-zip.ts';
import { readRelations } from './relations.ts';
import { attribute, followXml } from './xml-events.ts';

/** Spreadsheets allow no longer format code; each cell is matched against patterns over it. */
const MAX_FORMAT_LETTERS = 255;

export interface SheetPlace {
  readonly name: string;
  /** Path in the archive. */
  readonly path: string;
}

export interface Workbook {
  /** The visible sheets, in tab order. */
  readonly sheets: readonly SheetPlace[];
  readonly since1904: boolean;
  readonly sharedTexts: readonly string[];
  /** Indexed by the number that a cell references as its style. */
  readonly styles: readonly CellStyle[];
}

export interface CellStyle {
  readonly formatId: number;
  /** The file's own format code. */
  readonly format?: string;
  readonly bold: boolean;
}

const WORKBOOK = 'xl/workbook.xml';

/** The parts shared by all sheets of a workbook; `undefined` if the archive is not a workbook. */
export async function readWorkbook(zip: Zip, pause: () => Promise<void>): Promise<Workbook | undefined> {
  const bytes = await zip.read(WORKBOOK);
  if (bytes === undefined) return undefined;
  const relations = await readRelations(zip, WORKBOOK, pause);
  const sheets: SheetPlace[] = [];
  let since1904 = false;
  await followXml(
    bytes,
    {
      open(name, attributes) {
        if (name === 'workbookPr') since1904 = isOn(attributes['date1904']);
        if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
        const path = relations.get(attribute(attributes, 'id') ?? '');
        if (path !== undefined) sheets.push({ name: attributes['name'] ?? '', path });
      },
    },
    pause,
  );
  return { sheets, since1904, sharedTexts: await readSharedTexts(zip, pause), styles: await readStyles(zip, pause) };
}

export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Shared cell texts with their runs joined; phonetic hints (`rPh`) are not part of the text. */
async function readSharedTexts(zip: Zip, pause: () => Promise<void>): Promise<string[]> {
  const texts: string[] = [];
  const bytes = await zip.read('xl/sharedStrings.xml');
  if (bytes === undefined) return texts;
  let current = '';
  let inText = false;
  let phonetic = 0;
  await followXml(
    bytes,
    {
      open(name) {
        if (name === 'si') current = '';
        else if (name === 'rPh') phonetic += 1;
        else if (name === 't') inText = phonetic === 0;
      },
      text(text) {
        if (inText) current += text;
      },
      close(name) {
        if (name === 't') inText = false;
        else if (name === 'rPh') phonetic -= 1;
        else if (name === 'si') texts.push(current);
      },
    },
    pause,
  );
  return texts;
}

async function readStyles(zip: Zip, pause: () => Promise<void>): Promise<CellStyle[]> {
  const styles: CellStyle[] = [];
  const bytes = await zip.read('xl/styles.xml');
  if (bytes === undefined) return styles;
  const codes = new Map<number, string>();
  const bold: boolean[] = [];
  let section = '';
  await followXml(
    bytes,
    {
      open(name, attributes) {
        if (name === 'fonts' || name === 'cellXfs' || name === 'dxfs') section = name;
        else if (name === 'numFmt' && section !== 'dxfs') {
          codes.set(Number(attributes['numFmtId']), (attributes['formatCode'] ?? '').slice(0, MAX_FORMAT_LETTERS));
        } else if (name === 'font' && section === 'fonts') bold.push(false);
        else if (name === 'b' && section === 'fonts')
          bold[bold.length - 1] = attributes['val'] === undefined || isOn(attributes['val']);
        else if (name === 'xf' && section === 'cellXfs') {
          const formatId = Number(attributes['numFmtId'] ?? 0);
          const format = codes.get(formatId);
          const isBold = bold[Number(attributes['fontId'] ?? 0)] === true;
          styles.push(format === undefined ? { formatId, bold: isBold } : { formatId, format, bold: isBold });
        }
      },
      close(name) {
        if (name === section) section = '';
      },
    },
    pause,
  );
  return styles;
}
