import type { Line, Segment } from '../layout/lines.ts';

/** Lines of a page that may be a table: close together, most of them with several segments. */
export type Region = readonly Line[];

/** Maximum empty space within a table, in letter heights (a paragraph gap). */
const MAX_GAP = 2.4;
/** Maximum number of consecutive single-segment lines (section titles) that do not end a table. */
const MOST_SINGLE = 2;

/** Ranges of lines with columns, from top to bottom. Single-segment lines at the end of a range are excluded. */
export function tableRegions(lines: readonly Line[]): Region[] {
  const regions: Line[][] = [];
  let open: Line[] = [];
  const close = () => {
    while (open.length > 0 && !hasColumns(open.at(-1))) open.pop();
    if (open.filter(hasColumns).length > 1) regions.push(open);
    open = [];
  };
  for (const line of lines) {
    const previous = open.at(-1);
    if (previous !== undefined && gapBetween(previous, line) > MAX_GAP * sizeOf(line)) close();
    if (hasColumns(line)) open.push(line);
    else if (open.length > 0) {
      if (open.slice(-MOST_SINGLE).some(hasColumns)) open.push(line);
      else close();
    }
  }
  close();
  return regions;
}

/** Justified text also has wide spaces, but narrower than those between columns. */
const COLUMN_GAP = 1.3;

export function hasColumns(line: Line | undefined): boolean {
  const segments = line?.segments ?? [];
  return segments.some((segment, index) => {
    const next = segments[index + 1];
    return next !== undefined && next.box[0] - segment.box[2] >= COLUMN_GAP * Math.min(segment.size, next.size);
  });
}

/** Splits the region at its widest gap; `undefined` if no gap stands out. */
export function splitAtGap(region: Region): readonly [Region, Region] | undefined {
  let at = 0;
  let widest = 0;
  let narrowest = Number.POSITIVE_INFINITY;
  for (let index = 1; index < region.length; index++) {
    const [before, line] = [region[index - 1], region[index]];
    if (before === undefined || line === undefined) continue;
    const gap = gapBetween(before, line) / sizeOf(line);
    narrowest = Math.min(narrowest, gap);
    if (gap <= widest) continue;
    widest = gap;
    at = index;
  }
  return at > 0 && widest > narrowest + STANDS_OUT ? [region.slice(0, at), region.slice(at)] : undefined;
}

/** A gap stands out if it is wider than the narrowest by this share of the letter height. */
const STANDS_OUT = 0.3;

function gapBetween(above: Line, below: Line): number {
  return below.box[1] - above.box[3];
}

function sizeOf({ segments }: Line): number {
  return Math.max(1, ...segments.map((segment: Segment) => segment.size));
}
