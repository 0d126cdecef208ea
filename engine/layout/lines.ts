import type { Box } from '#core/domain/result';
import type { ReadPage, Word } from '../model.ts';
import { FREE_PACE, type Pace } from '../pace.ts';

/**
 * Groups words into lines and segments. A line is a set of words on one baseline over the whole page width; a segment
 * is a part of a line without a wide gap: a table cell, a label, a phrase. All later stages work on segments.
 */

export interface Segment {
  /** Page number, from 1. */
  readonly page: number;
  /** Index of the line in `PageLayout.lines`. */
  readonly line: number;
  /** Position in its line, from 0. */
  readonly place: number;
  readonly words: readonly Word[];
  /** Words joined by one space. */
  readonly text: string;
  /** Offset of each word in `text`. */
  readonly offsets: readonly number[];
  readonly box: Box;
  readonly size: number;
  readonly bold: boolean;
}

export interface Line {
  readonly page: number;
  readonly index: number;
  readonly segments: readonly Segment[];
  readonly box: Box;
}

export interface PageLayout {
  readonly page: ReadPage;
  /** From top to bottom. */
  readonly lines: readonly Line[];
}

/** A run of words inside one segment; `end` is exclusive. */
export interface Span {
  readonly segment: Segment;
  readonly start: number;
  readonly end: number;
}

/** A gap wider than this share of the letter height starts a new segment (a space is about 0.3). */
const SEGMENT_GAP = 0.75;
/** ... or this many letter widths on recognised pages, since tills print letters as wide as their spaces. */
const SEGMENT_LETTERS = 1.6;
/** Two words share a line if they overlap by this share of the lower one. */
const LINE_OVERLAP = 0.5;
/** Words whose heights differ by more than this ratio share a line only if their baselines agree. */
const SIZE_RATIO = 1.8;
const BASELINE_TOLERANCE = 0.35;
/** Beyond this ratio two words never share a line: one is a watermark or a huge title. */
const MAX_SIZE_RATIO = 2.6;
/** Maximum distance of a colon after its key, in letter heights. */
const KEY_GAP = 14;
/** Number of recent lines a word is compared with: enough for several columns with shifted baselines. */
const OPEN_LINES = 12;

/** A longer run of letters is data, not a word, and patterns would take seconds on it. */
const MAX_WORD_LETTERS = 300;
/** A sheet's width fits about 400 letters; longer text is split into further segments, for the same reason. */
const MAX_SEGMENT_LETTERS = 600;

interface OpenLine {
  readonly words: Word[];
  top: number;
  bottom: number;
}

/** Lines of a page in reading order. The result does not depend on the order of `page.words`. */
export function buildLines(page: ReadPage, pace: Pick<Pace, 'count'> = FREE_PACE): PageLayout {
  pace.count(page.words.length);
  const words = page.words.filter(isText).toSorted(byHeightOnPage);
  const open: OpenLine[] = [];
  for (const word of words) {
    const line = bestLine(open, word);
    if (line === undefined) open.push({ words: [word], top: word.box[1], bottom: word.box[3] });
    else join(line, word);
  }
  open.sort((a, b) => a.top + a.bottom - b.top - b.bottom || left(a) - left(b));
  return { page, lines: open.map((line, index) => finish(page.page, index, line.words)) };
}

function isText({ text }: Word): boolean {
  return text.trim() !== '' && text.length <= MAX_WORD_LETTERS;
}

function byHeightOnPage(a: Word, b: Word): number {
  return a.box[1] + a.box[3] - b.box[1] - b.box[3] || a.box[0] - b.box[0] || (a.text < b.text ? -1 : 1);
}

function left(line: OpenLine): number {
  return Math.min(...line.words.map((word) => word.box[0]));
}

function bestLine(open: readonly OpenLine[], word: Word): OpenLine | undefined {
  let best: OpenLine | undefined;
  let bestShare = LINE_OVERLAP;
  for (let i = open.length - 1; i >= 0 && i >= open.length - OPEN_LINES; i--) {
    const line = open[i];
    if (line === undefined) continue;
    const share = sharedHeight(line, word);
    if (share >= bestShare) {
      best = line;
      bestShare = share;
    }
  }
  return best;
}

function sharedHeight(line: OpenLine, word: Word): number {
  const overlap = Math.min(line.bottom, word.box[3]) - Math.max(line.top, word.box[1]);
  const heights = [line.bottom - line.top, word.box[3] - word.box[1]];
  const low = Math.max(Math.min(...heights), 0.1);
  if (Math.max(...heights) / low > MAX_SIZE_RATIO) return 0;
  const sameSize = Math.max(...heights) / low < SIZE_RATIO;
  const sameBaseline = Math.abs(line.bottom - word.box[3]) < BASELINE_TOLERANCE * low;
  return sameSize || sameBaseline ? overlap / low : 0;
}

/** The band is the mean of its words, so that one tall word does not pull neighbouring lines in. */
function join(line: OpenLine, word: Word): void {
  const n = line.words.length;
  line.top = (line.top * n + word.box[1]) / (n + 1);
  line.bottom = (line.bottom * n + word.box[3]) / (n + 1);
  line.words.push(word);
}

function finish(page: number, index: number, words: Word[]): Line {
  words.sort((a, b) => a.box[0] - b.box[0] || a.box[1] - b.box[1] || (a.text < b.text ? -1 : 1));
  const letterGap = SEGMENT_LETTERS * recognisedPitch(words);
  const groups: Word[][] = [];
  let previous: Word | undefined;
  let letters = 0;
  for (const word of words) {
    const group = groups.at(-1);
    const gap = previous === undefined ? 0 : word.box[0] - previous.box[2];
    const limit = previous === undefined ? 0 : Math.max(SEGMENT_GAP * Math.max(previous.size, word.size, 1), letterGap);
    letters += word.text.length + 1;
    if (group === undefined || (gap > limit && !continuesKey(word, gap)) || letters > MAX_SEGMENT_LETTERS) {
      groups.push([word]);
      letters = word.text.length;
    } else group.push(word);
    previous = word;
  }
  const segments = groups.map((group, place) => toSegment(page, index, place, inReadingOrder(group)));
  return { page, index, segments, box: unionBox(words.map((word) => word.box)) };
}

/** Mean letter advance of a recognised line; 0 for text layers. */
function recognisedPitch(words: readonly Word[]): number {
  const letters = words.reduce((sum, { text, confidence }) => sum + (confidence === undefined ? 0 : text.length), 0);
  const width = words.reduce((sum, { box, confidence }) => sum + (confidence === undefined ? 0 : box[2] - box[0]), 0);
  return letters === 0 ? 0 : width / letters;
}

/** `Number      : 4711`: a colon at a distance still belongs to its key. */
function continuesKey(word: Word, gap: number): boolean {
  return word.text.startsWith(':') && gap < KEY_GAP * Math.max(word.size, 1);
}

/** Letters of scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The words of a right-to-left script are read from the right. */
function inReadingOrder(words: readonly Word[]): readonly Word[] {
  if (words.length < 2) return words;
  const own = words.filter(({ text }) => RIGHT_TO_LEFT.test(text)).length;
  return own * 2 > words.length ? words.toReversed() : words;
}

function toSegment(page: number, line: number, place: number, words: readonly Word[]): Segment {
  const offsets: number[] = [];
  let text = '';
  for (const word of words) {
    if (text !== '') text += ' ';
    offsets.push(text.length);
    text += word.text;
  }
  return {
    page,
    line,
    place,
    words,
    text,
    offsets,
    box: unionBox(words.map((word) => word.box)),
    size: Math.max(...words.map((word) => word.size)),
    bold: words.every((word) => word.bold),
  };
}

/** Merges the segments of one line up to the maximum segment length: for a heading in wide letters. */
export function mergeSegments(line: Line): Segment | undefined {
  let letters = 0;
  const words = line.segments
    .flatMap((segment) => segment.words)
    .filter(({ text }) => {
      letters += text.length + 1;
      return letters <= MAX_SEGMENT_LETTERS;
    });
  return words.length === 0 ? undefined : toSegment(line.page, line.index, 0, words);
}

/** The smallest box around all boxes; `[0, 0, 0, 0]` for none. */
export function unionBox(boxes: readonly Box[]): Box {
  const first = boxes[0];
  if (first === undefined) return [0, 0, 0, 0];
  let [x0, y0, x1, y1] = first;
  for (const box of boxes) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return [x0, y0, x1, y1];
}

/** The words that overlap a range of `segment.text`; `to` is exclusive. */
export function spanOfText(segment: Segment, from: number, to: number): Span {
  let start = 0;
  let end = 0;
  for (let i = 0; i < segment.offsets.length; i++) {
    const offset = segment.offsets[i] ?? 0;
    if (offset <= from) start = i;
    if (offset < to) end = i + 1;
  }
  return { segment, start, end: Math.max(end, start + 1) };
}

export function spanBox(span: Span): Box {
  return unionBox(span.segment.words.slice(span.start, span.end).map((word) => word.box));
}

export function spanText(span: Span): string {
  return span.segment.words
    .slice(span.start, span.end)
    .map((word) => word.text)
    .join(' ');
}
