import type { Box } from '#core/domain/result';
import type { ReadPage } from '#engine/model';
import { findLabels, type Label, type LabelRole } from '../../candidates/labels.ts';
import { buildLines, type Line, type PageLayout, type Segment, spanBox, spanOfText } from '../../layout/lines.ts';
import { tokenise } from '../../normalise/fold-text.ts';
import {
  canonical,
  compact,
  indexOfSegment,
  type PrintedKind,
  type PrintedValue,
  printedValues,
  type SightingKind,
} from './printed-values.ts';

/** A position on a page where a value is printed. */
export interface Sighting {
  readonly page: number;
  readonly line: number;
  readonly box: Box;
  readonly text: string;
  /** Further lines of a value that is printed over several. */
  readonly rest?: readonly Sighting[];
}

/** A value printed beside a label; `readings` are its possible canonical values. */
export interface LabelledValue extends Sighting {
  readonly label: string;
  readonly strength: number;
  readonly readings: readonly string[];
}

export interface SightedPage {
  readonly layout: PageLayout;
  readonly labels: readonly Label[];
}

/** Longer values are texts, not identifiers. */
const MAX_IDENTIFIER = 64;
/** An inner separator is at most three characters: `DE88 2008`, `2018 - 471`. */
const MAX_INNER_STEP = 4;
/** Number of lines below a label that may contain its value. */
const LINES_BELOW = 2;

export function sightPages(pages: readonly ReadPage[]): SightedPage[] {
  return pages
    .filter((page) => page.words.length > 0)
    .map((page) => {
      const layout = buildLines(page);
      return { layout, labels: findLabels(layout) };
    });
}

/** Finds every place where `value` is printed on the pages, in reading order. */
export function findSightings(pages: readonly SightedPage[], kind: SightingKind, value: string): Sighting[] {
  return pages.flatMap(({ layout }) => layout.lines.flatMap((line) => sightingsInLine(line, kind, value)));
}

/** The words whose text is accepted, in reading order. */
export function findWords(pages: readonly SightedPage[], accepts: (text: string) => boolean): Sighting[] {
  return pages.flatMap(({ layout }) =>
    layout.lines.flatMap((line) =>
      line.segments.flatMap(({ page, words }) =>
        words.filter((word) => accepts(word.text)).map(({ box, text }) => ({ page, line: line.index, box, text })),
      ),
    ),
  );
}

export function sightingsInLine(line: Line, kind: SightingKind, value: string): Sighting[] {
  return line.segments.flatMap((segment) => {
    const found = kind === 'phrase' ? phraseIn(segment, value) : spansIn(segment, kind, value);
    return found.map(([from, to]) => toSighting(segment, from, to));
  });
}

/** Values of the kind beside or below a label of one of the roles. */
export function labelledValues(pages: readonly SightedPage[], kind: PrintedKind, role: LabelRole): LabelledValue[] {
  return pages.flatMap(({ layout, labels }) =>
    labels.filter((label) => label.roles.includes(role)).flatMap((label) => valuesOf(layout, labels, label, kind)),
  );
}

function valuesOf(layout: PageLayout, labels: readonly Label[], label: Label, kind: PrintedKind): LabelledValue[] {
  const beside = valuesBeside(layout, labels, label, kind);
  const found = beside.length > 0 ? beside : valuesBelow(layout, label, kind);
  return found.map(({ segment, value }) => ({
    ...toSighting(segment, value.from, value.to),
    label: label.phrase,
    strength: label.strength,
    readings: value.readings,
  }));
}

interface PlacedValue {
  readonly segment: Segment;
  readonly value: PrintedValue;
}

/** On the label's line, up to the next label. */
function valuesBeside(layout: PageLayout, labels: readonly Label[], label: Label, kind: PrintedKind): PlacedValue[] {
  const { segment } = label;
  const next = labels.find((other) => other.segment === segment && other.start >= label.end);
  const stop = next === undefined ? segment.text.length : (segment.offsets[next.start] ?? segment.text.length);
  const behind = printedValues(segment, kind).filter((value) => value.from >= label.textEnd && value.to <= stop);
  const own = nearest(kind, behind);
  if (own.length > 0 || next !== undefined) return own.map((value) => ({ segment, value }));
  const followers = layout.lines[segment.line]?.segments.slice(segment.place + 1) ?? [];
  for (const follower of followers) {
    if (labels.some((other) => other.segment === follower)) return [];
    const values = nearest(kind, printedValues(follower, kind));
    if (values.length > 0) return values.map((value) => ({ segment: follower, value }));
  }
  return [];
}

/** After a label for an identifier, only the first token can be the value; the rest is a date or a remark. */
function nearest(kind: SightingKind, values: readonly PrintedValue[]): readonly PrintedValue[] {
  return kind === 'identifier' ? values.slice(0, 1) : values;
}

function valuesBelow(layout: PageLayout, label: Label, kind: PrintedKind): PlacedValue[] {
  const { segment } = label;
  for (const line of layout.lines.slice(segment.line + 1, segment.line + 1 + LINES_BELOW)) {
    for (const below of line.segments) {
      if (below.box[2] < segment.box[0] || below.box[0] > segment.box[2]) continue;
      const values = nearest(kind, printedValues(below, kind));
      if (values.length > 0) return values.map((value) => ({ segment: below, value }));
    }
  }
  return [];
}

function spansIn(segment: Segment, kind: PrintedKind, value: string): [number, number][] {
  if (kind === 'identifier') return identifierIn(segment, value);
  const index = indexOfSegment(segment);
  const values = kind === 'amount' ? index.amounts : index.dates;
  const wanted = canonical(kind, value);
  return values.filter(({ readings }) => readings.includes(wanted)).map(({ from, to }) => [from, to]);
}

/** Ranges with the letters and digits of the identifier and at most three other characters between neighbours. */
function identifierIn(segment: Segment, value: string): [number, number][] {
  const wanted = compact(value);
  const { letters, offsets } = indexOfSegment(segment);
  if (wanted === '' || wanted.length > MAX_IDENTIFIER) return [];
  const spans: [number, number][] = [];
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const inside = offsets.slice(at, end);
    const close = inside.every((offset, index) => index === 0 || offset - (inside[index - 1] ?? 0) <= MAX_INNER_STEP);
    const from = offsets[at];
    const last = offsets[end - 1];
    if (!close || from === undefined || last === undefined) continue;
    // The identifier must not be part of a longer run of letters and digits.
    if (offsets[at - 1] === from - 1 || offsets[end] === last + 1) continue;
    spans.push([from, last + 1]);
  }
  return spans;
}

function phraseIn(segment: Segment, value: string): [number, number][] {
  const wanted = tokenise(value).map((token) => token.text);
  const { tokens } = indexOfSegment(segment);
  const spans: [number, number][] = [];
  for (let at = 0; wanted.length > 0 && at + wanted.length <= tokens.length; at++) {
    const start = tokens[at];
    const end = tokens[at + wanted.length - 1];
    const same = wanted.every((text, offset) => tokens[at + offset]?.text === text);
    if (same && start !== undefined && end !== undefined) spans.push([start.start, end.end]);
  }
  return spans;
}

function toSighting(segment: Segment, from: number, to: number): Sighting {
  const box = spanBox(spanOfText(segment, from, to));
  return { page: segment.page, line: segment.line, box, text: segment.text.slice(from, to) };
}
