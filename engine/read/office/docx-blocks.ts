/**
 * Converts part of a word-processor file (body, header, footer) to blocks. Deleted and hidden text, field codes and the
 * duplicates kept for old programs are dropped. All writers use the prefix `w`.
 */
import { type Align, type Block, BODY_SIZE, type TableCell } from '../flow/block.ts';
import { BlockBuilder } from '../flow/block-builder.ts';
import { type DocxStyles, sizeOf, type TextLook, toggle } from './docx-styles.ts';
import { followXml } from './xml-events.ts';

/** Twentieths of a point, the unit of widths. */
const TWIPS = 20;
const MAX_TABLE_DEPTH = 12;
const MAX_SPAN = 200;

interface OpenTable {
  readonly widths: number[];
  readonly rows: TableCell[][];
  column: number;
  cell: { span: number; readonly content: BlockBuilder } | undefined;
}

export async function blocksOfDocx(
  bytes: Uint8Array,
  styles: DocxStyles,
  pause: () => Promise<void>,
): Promise<Block[]> {
  const page = new BlockBuilder();
  const tables: OpenTable[] = [];
  let paragraph: { style: TextLook; align: Align | undefined } = { style: {}, align: undefined };
  let run: { look: TextLook; hidden: boolean } = { look: {}, hidden: false };
  let inRunProperties = false;
  let inParagraphProperties = false;
  let inText = false;
  let skipped = 0;
  const into = () => tables.at(-1)?.cell?.content ?? page;
  const write = (text: string) => {
    if (run.hidden) return;
    const look = { ...styles.body, ...paragraph.style, ...run.look };
    into().text(text, { bold: look.bold === true, size: look.size ?? BODY_SIZE, align: paragraph.align });
  };

  await followXml(
    bytes,
    {
      open(name, attributes) {
        if (skipped > 0 || SKIPPED.has(name)) {
          skipped += 1;
          return;
        }
        const value = attributes['w:val'];
        switch (name) {
          case 'p':
            into().endParagraph();
            paragraph = { style: styles.named.get('Normal') ?? {}, align: undefined };
            break;
          case 'pPr':
            inParagraphProperties = true;
            break;
          case 'pStyle':
            paragraph.style = { ...paragraph.style, ...styles.named.get(value ?? '') };
            break;
          case 'jc':
            if (inParagraphProperties) paragraph.align = ALIGNMENTS[value ?? ''];
            break;
          case 'r':
            run = { look: {}, hidden: false };
            break;
          case 'rPr':
            inRunProperties = !inParagraphProperties;
            break;
          case 'rStyle':
            if (inRunProperties) run.look = { ...styles.named.get(value ?? ''), ...run.look };
            break;
          case 'b':
            if (inRunProperties) run.look = { ...run.look, bold: toggle(value) };
            break;
          case 'vanish':
            if (inRunProperties) run.hidden = toggle(value);
            break;
          case 'sz': {
            const size = sizeOf(value);
            if (inRunProperties && size !== undefined) run.look = { ...run.look, size };
            break;
          }
          case 't':
            inText = true;
            break;
          case 'tab':
            // In paragraph properties, the same element defines tab stops.
            if (!inParagraphProperties) write('\t');
            break;
          case 'br':
          case 'cr':
            if (attributes['w:type'] === 'page' && tables.length === 0) into().add({ kind: 'page-break' });
            else write('\n');
            break;
          case 'noBreakHyphen':
            write('-');
            break;
          case 'tbl':
            into().endParagraph();
            tables.push({ widths: [], rows: [], column: 0, cell: undefined });
            break;
          default:
            openInTable(name, attributes, tables.at(-1));
        }
      },
      text(text) {
        if (skipped === 0 && inText) write(text);
      },
      close(name) {
        if (skipped > 0) {
          skipped -= 1;
          return;
        }
        if (name === 't') inText = false;
        else if (name === 'p') into().endParagraph();
        else if (name === 'pPr') inParagraphProperties = false;
        else if (name === 'rPr') inRunProperties = false;
        else if (name === 'tc') endCell(tables.at(-1));
        else if (name === 'tbl') {
          const table = tables.pop();
          if (table !== undefined && tables.length < MAX_TABLE_DEPTH) into().add(tableOf(table));
        }
      },
    },
    pause,
  );
  return page.finish();
}

/** Duplicates for old programs, deleted text, field codes, comments. */
const SKIPPED = new Set(['Fallback', 'delText', 'del', 'instrText', 'moveFrom']);

const ALIGNMENTS: Readonly<Record<string, Align>> = { center: 'center', right: 'right', end: 'right' };

function openInTable(name: string, attributes: Readonly<Record<string, string>>, table: OpenTable | undefined): void {
  if (table === undefined) return;
  if (name === 'gridCol') table.widths.push(Math.max(0, Number(attributes['w:w'] ?? 0) / TWIPS));
  else if (name === 'tr') {
    table.rows.push([]);
    table.column = 0;
  } else if (name === 'gridBefore') table.column += spanOf(attributes['w:val']);
  else if (name === 'tc') table.cell = { span: 1, content: new BlockBuilder() };
  else if (name === 'gridSpan' && table.cell !== undefined) table.cell.span = spanOf(attributes['w:val']);
}

function endCell(table: OpenTable | undefined): void {
  if (table?.cell === undefined) return;
  const { span, content } = table.cell;
  const blocks = content.finish();
  if (blocks.length > 0) table.rows.at(-1)?.push({ column: table.column, span, blocks });
  table.column += span;
  table.cell = undefined;
}

function tableOf({ widths, rows }: OpenTable): Block {
  const stated = widths.length > 0 && widths.every((width) => width > 0);
  return { kind: 'table', rows: rows.filter((row) => row.length > 0), ...(stated && { widths }) };
}

function spanOf(value: string | undefined): number {
  const span = Number(value ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, MAX_SPAN) : 1;
}
