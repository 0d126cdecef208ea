import type { BoxRow } from '../../candidates/form-boxes.ts';
import {
  letterHeight,
  numberedCells,
  regionAbove,
  regionBefore,
  regionBelow,
  regionBeside,
  regionInCell,
  regionInCellAbove,
  rowsIn,
} from '../../candidates/form-boxes.ts';
import type { CaptionMatch } from '../../candidates/form-captions.ts';
import {
  amountIn,
  type BoxValue,
  dateIn,
  identifierIn,
  lettersIn,
  linesIn,
  textIn,
  tinIn,
} from '../../candidates/form-values.ts';
import type { FormField } from '../../documents/tax-forms/index.ts';
import type { PageLayout } from '../../layout/lines.ts';
import type { Word } from '../../model.ts';
import { tokenise } from '../../normalise/fold-text.ts';

export interface CaptionedPage {
  readonly layout: PageLayout;
  readonly captions: readonly CaptionMatch[];
  /** Words of captions and of values already read. */
  readonly claimed: ReadonlySet<Word>;
}

export type FieldReading = BoxValue & {
  readonly share: number;
  /** Number of copies of the form on the page that contain it, if all copies agree. */
  readonly copies?: number;
};

/** Captions without a number may be indented from the edge of their box by this many letter heights. */
const REACH = 4;

/** Fields under the same caption share its matches. */
export function captionKey(field: FormField): string {
  return `${field.box ?? ''} ${field.caption}`;
}

/** Reads the value in a field's box; if the page has several copies of the form, the value that most of them show. */
export function readField(field: FormField, page: CaptionedPage, place?: 'above'): FieldReading | undefined {
  if (field.kind === 'mark') return markedOption(field, page);
  const matches = page.captions.filter(({ key }) => key === captionKey(field));
  const own = field.occurrence === undefined ? matches : matches.slice(field.occurrence - 1, field.occurrence);
  const read = own.flatMap((match) => {
    const value = readAt(field, match, page, place);
    return value === undefined ? [] : [{ ...value, share: match.share }];
  });
  const votes = (value: string) => read.filter((other) => other.value === value).length;
  const best = read.toSorted((a, b) => votes(b.value) - votes(a.value) || b.share - a.share)[0];
  return best === undefined || votes(best.value) < read.length ? best : { ...best, copies: read.length };
}

function readAt(field: FormField, match: CaptionMatch, page: CaptionedPage, place?: 'above'): BoxValue | undefined {
  const { layout, captions, claimed } = page;
  const width = layout.page.width;
  const text = field.kind === 'text' || field.kind === 'lines';
  const reach = field.box === undefined ? letterHeight(match) * REACH : 0;
  const rows = (region: Parameters<typeof rowsIn>[1]) =>
    rowsIn(layout, region, { taken: claimed, more: field.more ?? '', text, reach });
  switch (place ?? field.place ?? 'below') {
    case 'above':
      return valueIn(field, rows(regionInCellAbove(layout, match) ?? regionAbove(match, captions, width)));
    case 'before':
      return valueIn(field, rows(regionBefore(match)));
    case 'right':
      return valueIn(field, rows(regionBeside(match, captions, width)));
    case 'between':
      return valueIn(
        field,
        rows(regionBeside(match, captions, width)).map((row) => upTo(row, field.until ?? '')),
      );
    case 'below':
      return valueIn(field, rows(regionInCell(layout, match) ?? regionBelow(match, captions, width, isBlock(field))));
  }
}

/** Reads the value in the ruled box that starts with the field's number, for a caption that was not recognised. */
export function readNumberedCell(field: FormField, { layout, claimed }: CaptionedPage): BoxValue | undefined {
  const cells = numberedCells(layout, field.box ?? '');
  const [cell] = cells;
  if (field.box === undefined || cell === undefined || cells.length > 1) return undefined;
  return valueIn(field, rowsIn(layout, cell, { taken: claimed, more: field.more ?? '', text: false, reach: 0 }));
}

function isBlock({ kind, part }: FormField): boolean {
  return part !== undefined || kind === 'lines';
}

function valueIn(field: FormField, all: readonly BoxRow[]): BoxValue | undefined {
  const rows = all.filter((row) => row.length > 0);
  switch (field.kind) {
    case 'amount':
      return amountIn(rows);
    case 'date':
      return dateIn(rows);
    case 'tin':
      return tinIn(rows);
    case 'identifier':
      return identifierIn(rows);
    case 'letters':
      return lettersIn(rows);
    case 'text':
      return textIn(rows);
    case 'lines':
      return linesIn(field.part === 'other-lines' ? rows.slice(1) : rows);
    case 'mark':
    case 'checkbox':
      return undefined;
  }
}

/** The words of a row before a phrase. */
function upTo(row: BoxRow, phrase: string): BoxRow {
  const wanted = phrase.split(' ');
  const texts = row.map(({ text }) => tokenise(text)[0]?.text ?? '');
  const end = texts.findIndex((_text, at) => wanted.every((token, offset) => texts[at + offset] === token));
  return end < 0 ? [] : row.slice(0, end);
}

const MARK = /^(?:[✓✔☑☒✗✘xX]|\[[xX]\])$/u;
/** Maximum distance of a mark before its option, in letter heights. */
const MARK_GAP = 3;

/** The only option with a mark before it; none if several are marked. */
function markedOption(field: FormField, { layout, captions }: CaptionedPage): FieldReading | undefined {
  const marks = layout.page.words.filter(({ text }) => MARK.test(text));
  const marked = (field.options ?? []).flatMap(([caption, value]) => {
    const match = captions.find(({ key }) => key === caption);
    const mark = match && marks.find((word) => isBefore(word, match));
    return match === undefined || mark === undefined
      ? []
      : [{ value, words: [mark, ...match.words], share: match.share }];
  });
  return marked.length === 1 ? marked[0] : undefined;
}

function isBefore(mark: Word, { box, words }: CaptionMatch): boolean {
  const height = Math.max(1, ...words.map((word) => word.box[3] - word.box[1]));
  const middle = (mark.box[1] + mark.box[3]) / 2;
  const gap = box[0] - mark.box[2];
  return gap > -height && gap < MARK_GAP * height && middle > box[1] - height && middle < box[3] + height;
}
