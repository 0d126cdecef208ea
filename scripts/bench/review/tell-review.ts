import { cpus, loadavg } from 'node:os';
import { median, percentile } from '../statistics.ts';
import type { Target } from '../write-report.ts';
import { type ReviewedDocument, STEPS, type Step } from './review-session.ts';

export const REVIEW_HEADING = '## Review by keyboard';

/** Targets of REQUIREMENTS: keys for a document with two stops, and milliseconds for each step. */
const KEYS_FOR_TWO_STOPS = 6;
const STEP_MS = 100;

const STEP_NAMES: Readonly<Record<Step, string>> = {
  accept: 'accept, on to the next stop',
  alternative: 'take an alternative',
  absent: 'not on the document',
  letter: 'type a letter, with the checks made again',
  'word mode': 'a key in word mode',
  approve: 'approve, until the next document and its page are shown',
};

const timesOf = (documents: readonly ReviewedDocument[], step: Step): readonly number[] =>
  documents.flatMap(({ times }) => times.flatMap(([each, time]) => (each === step ? [time] : [])));

const ms = (value: number): string => `${value.toFixed(0)} ms`;

export function judgeReview(documents: readonly ReviewedDocument[]): readonly Target[] {
  const two = documents.filter(({ stops }) => stops === 2).map(({ keys }) => keys);
  const lost = documents.reduce((sum, each) => sum + each.lost, 0);
  // Few documents have exactly two stops; at the pace of each document, two stops and the approval take so many.
  const pace = documents.map(({ stops, keys }) => (stops === 0 ? keys : 1 + (2 * (keys - 1)) / stops));
  const atMost = (what: string, sample: readonly number[]): Target[] =>
    sample.length === 0
      ? []
      : [
          {
            what: `${what}, median of ${sample.length}`,
            wanted: `≤ ${KEYS_FOR_TWO_STOPS}`,
            measured: `${Math.round(median(sample) * 10) / 10}`,
            met: median(sample) <= KEYS_FOR_TWO_STOPS,
          },
        ];
  return [
    ...atMost('keys of a document with two stops', two),
    ...atMost('keys for two stops and the approval, at the pace of each document', pace),
    ...STEPS.flatMap((step): Target[] => {
      const times = timesOf(documents, step);
      if (times.length === 0) return [];
      const measured = median(times);
      return [
        {
          what: `${STEP_NAMES[step]}, median`,
          wanted: `≤ ${STEP_MS} ms`,
          measured: ms(measured),
          met: measured <= STEP_MS,
        },
      ];
    }),
    { what: 'entered values that the server holds otherwise', wanted: '0', measured: String(lost), met: lost === 0 },
  ];
}

/** The section of docs/performance.md that `npm run bench:review` writes. */
export function tellReview(documents: readonly ReviewedDocument[], date: string): readonly string[] {
  const stops = documents.reduce((sum, each) => sum + each.stops, 0);
  const byStops = [...Map.groupBy(documents, ({ stops: count }) => bandOf(count))].toSorted(([a], [b]) =>
    a.localeCompare(b),
  );
  const settled = Map.groupBy(
    documents.flatMap((each) => each.settled),
    (how) => how,
  );
  return [
    REVIEW_HEADING,
    '',
    `Written by \`npm run bench:review\` on ${date}: ${documents.length} documents of the corpus with ${stops} stops, reviewed in a`,
    `headless browser without a graphics card, on ${cpus().length} cores shared with the platform, load average ${loadavg()[0]?.toFixed(1)} at the end. Keys are`,
    'those of a reviewer who knows the truth and takes the shortest way. A time runs from the key event until its outcome',
    'has been painted.',
    '',
    '| figure | target | measured | |',
    '| --- | --- | --- | --- |',
    ...judgeReview(documents).map(
      ({ what, wanted, measured, met }) => `| ${what} | ${wanted} | ${measured} | ${met ? 'met' : '**missed**'} |`,
    ),
    '',
    '| step | presses | p50 | p95 | longest |',
    '| --- | --- | --- | --- | --- |',
    ...STEPS.flatMap((step) => {
      const times = timesOf(documents, step);
      if (times.length === 0) return [];
      const cells = [String(times.length), ms(median(times)), ms(percentile(times, 0.95)), ms(Math.max(...times))];
      return [`| ${STEP_NAMES[step]} | ${cells.join(' | ')} |`];
    }),
    '',
    '| stops | documents | keys, median | keys, most |',
    '| --- | --- | --- | --- |',
    ...byStops.map(([band, group]) => {
      const keys = group.map((each) => each.keys);
      return `| ${band} | ${group.length} | ${median(keys)} | ${Math.max(...keys)} |`;
    }),
    '',
    `Stops were settled by: ${[...settled].map(([how, list]) => `${how} ${list.length}`).join(', ')}.`,
    '',
  ];
}

function bandOf(stops: number): string {
  if (stops <= 3) return String(stops);
  if (stops <= 5) return '4 to 5';
  return stops <= 10 ? '6 to 10' : 'more than 10';
}
