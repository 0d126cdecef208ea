import type { KindFigures, PageFigures } from './measure-pages.ts';
import type { Target } from './write-report.ts';

export const PAGES_HEADING = '## Pages by kind';

/** Targets of REQUIREMENTS: compared with reading the text alone, and with the native tesseract program. */
const DIGITAL_TIMES = 3;
const RECOGNISED_TIMES = 2.5;
const LONGEST_BLOCK_MS = 250;
const HEAP_MB = 110;
const LINE_READER_START_MS = 20;
const MB = 1024 * 1024;

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

function ratio({ p50, yardstick }: KindFigures): number | undefined {
  return yardstick?.p50 === undefined ? undefined : p50 / yardstick.p50;
}

export function judgePages({ kinds, longestBlock, heapBytes, lineReaderStart }: PageFigures): readonly Target[] {
  const times = (kind: string, limit: number): Target[] =>
    kinds
      .filter((figures) => figures.kind.startsWith(kind))
      .flatMap((figures) => {
        const measured = ratio(figures);
        const what = `${kind}, compared with ${figures.yardstick?.name}`;
        return measured === undefined
          ? []
          : [{ what, wanted: `≤ ${limit} ×`, measured: `${measured.toFixed(1)} ×`, met: measured <= limit }];
      });
  const heap = heapBytes / MB;
  return [
    ...times('digital page', DIGITAL_TIMES),
    ...times('recognised page', RECOGNISED_TIMES),
    below('event loop, longest time without yielding', LONGEST_BLOCK_MS, longestBlock),
    below('start of the line reader', LINE_READER_START_MS, lineReaderStart),
    {
      what: 'memory of the compiled modules',
      wanted: `≤ ${HEAP_MB} MB`,
      measured: `${heap.toFixed(0)} MB`,
      met: heap <= HEAP_MB,
    },
  ];
}

const below = (what: string, limit: number, value: number): Target => ({
  what,
  wanted: `≤ ${limit} ms`,
  measured: ms(value),
  met: value <= limit,
});

/** The section of docs/performance.md that `npm run bench:engine` writes. */
export function tellPages(figures: PageFigures, date: string): readonly string[] {
  return [
    PAGES_HEADING,
    '',
    `Written by \`npm run bench:engine\` on ${date}. Milliseconds of CPU of the engine alone, for one page of a generated invoice.`,
    '',
    '| kind | p50 | p95 | compared with | takes | ratio |',
    '| --- | --- | --- | --- | --- | --- |',
    ...figures.kinds.map((kind) => {
      const { name = '', p50 } = kind.yardstick ?? {};
      const takes = kind.yardstick === undefined ? '' : p50 === undefined ? 'not installed' : ms(p50);
      return `| ${kind.kind} | ${ms(kind.p50)} | ${ms(kind.p95)} | ${name} | ${takes} | ${ratio(kind)?.toFixed(1) ?? ''} |`;
    }),
    '',
    '| figure | target | measured | |',
    '| --- | --- | --- | --- |',
    ...judgePages(figures).map(
      ({ what, wanted, measured, met }) => `| ${what} | ${wanted} | ${measured} | ${met ? 'met' : '**missed**'} |`,
    ),
    '',
    `Tesseract with its English model starts in ${ms(figures.recogniserStart)}. The peak memory of the whole process was ${(figures.residentBytes / MB).toFixed(0)} MB including Node.`,
    '',
  ];
}
