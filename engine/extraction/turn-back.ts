import type {
  Box,
  Evidence,
  ExtractionResult,
  FieldValue,
  PageInfo,
  ResultTable,
  ResultTableCell,
} from '#core/domain/result';
import type { ReadPage } from '../model.ts';
import { boxBeforeTurn, turnedSize } from '../read/image/turn.ts';

type Frame = Pick<ReadPage, 'tilt' | 'width' | 'height'>;

/** Maps a box on the upright, level page to an upright box on the original page. */
export function boxOnPage(box: Box, page: Frame | undefined): Box {
  if (page?.tilt === undefined) return box;
  const { slope, orientation } = page.tilt;
  const cos = Math.cos(slope);
  const sin = Math.sin(slope);
  const [a0, b0, a1, b1] = box;
  const corners = [a0, a1].flatMap((a) => [b0, b1].map((b) => [a * cos - b * sin, a * sin + b * cos] as const));
  const xs = corners.map(([x]) => within(x, page.width));
  const ys = corners.map(([, y]) => within(y, page.height));
  const upright: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return boxBeforeTurn(upright, orientation, sizeOnPage(page));
}

/** Size and source of a page in its original orientation. */
export function pageInfo(read: ReadPage): PageInfo {
  const { page, unit, source, laid_out, file, truncated } = read;
  return {
    page,
    ...sizeOnPage(read),
    unit,
    source,
    ...(laid_out !== undefined && { laid_out }),
    ...(file !== undefined && { file }),
    ...(truncated !== undefined && { truncated }),
  };
}

function sizeOnPage({ width, height, tilt }: Frame) {
  // A quarter turn swaps the sides in either direction.
  return turnedSize({ width, height }, tilt?.orientation ?? 1);
}

/** Maps all evidence of a result to the original orientation of the pages. */
export function evidenceOnPages(result: ExtractionResult, pages: readonly ReadPage[]): ExtractionResult {
  if (pages.every(({ tilt }) => tilt === undefined)) return result;
  const byNumber = new Map(pages.map((page) => [page.page, page]));
  const place = (evidence: Evidence): Evidence =>
    evidence.page === null || evidence.box === null
      ? evidence
      : { ...evidence, box: boxOnPage(evidence.box, byNumber.get(evidence.page)) };
  const all = (values: Readonly<Record<string, FieldValue>>) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, { ...value, evidence: value.evidence.map(place) }]),
    );
  const tables = result.tables?.map((table) => tableOnPage(table, byNumber.get(table.page)));
  return {
    ...result,
    fields: all(result.fields),
    line_items: result.line_items.map(all),
    ...(tables !== undefined && { tables }),
  };
}

function tableOnPage(table: ResultTable, page: Frame | undefined): ResultTable {
  const place = (cell: ResultTableCell) => (cell.box === null ? cell : { ...cell, box: boxOnPage(cell.box, page) });
  return { ...table, box: boxOnPage(table.box, page), rows: table.rows.map((row) => row.map(place)) };
}

function within(value: number, limit: number): number {
  return Math.round(Math.min(limit, Math.max(0, value)) * 100) / 100;
}
