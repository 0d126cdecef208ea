import type { Candidate } from '../../candidates/candidate.ts';
import type { LabelRole } from '../../candidates/labels.ts';
import type { Link } from '../../candidates/links.ts';
import type { LabelSearch } from '../../documents/field-spec.ts';
import { spanText } from '../../layout/lines.ts';
import { compactDate } from '../../normalise/calendar.ts';
import { formatUnits } from '../../normalise/decimal.ts';
import { type Choice, MAX_ALTERNATIVES } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { linkWeight } from '../base/link-weight.ts';
import { amountUnits, dateValue, isOpenAmount } from '../base/locale.ts';
import { labelSignals, type Scored } from './label-signals.ts';
import { wholeNumber } from './whole-number.ts';

/** Minimum score of a link between a label and a value. */
const DEFAULT_FLOOR = 0.4;
/** Bonus for a value repeated under another label of the field. */
const REPEAT_BONUS = 0.03;

interface Reading {
  readonly value: string;
  readonly other: string | undefined;
  readonly fit: number;
}

/** Ranks the values under a field's labels, best first: one entry per value, with every link that leads to it. */
export function rankLabelled(field: LabelSearch, context: ResolveContext): Scored[] {
  const byValue = new Map<string, { other: string | undefined; best: number; links: Link[] }>();
  for (const [role, weight] of field.roles) {
    for (const link of context.links.get(role) ?? []) {
      if (MOVEMENT_SUMS.has(field.name) && isRowUnderHeading(link, context)) continue;
      const reading =
        link.candidate.kind === field.kind
          ? read(link.candidate, context, field.bareNumbers === true)
          : otherForm(field, link);
      if (reading === undefined) continue;
      const score = linkWeight(link) * weight * reading.fit * sharedRoleShare(link, role) - laterPageCost(field, link);
      if (score < (field.floor ?? DEFAULT_FLOOR)) continue;
      const entry = byValue.get(reading.value) ?? { other: reading.other, best: 0, links: [] };
      if (score > entry.best) {
        entry.best = score;
        entry.links.unshift(link);
      } else entry.links.push(link);
      byValue.set(reading.value, entry);
    }
  }
  return [...byValue]
    .map(([value, entry]) => ({
      value,
      other: entry.other,
      links: entry.links,
      score: withRepeats(entry.best, entry.links),
    }))
    .sort((a, b) => b.score - a.score || earlier(a, b));
}

/** The head of a document is on its first page; dates and numbers on later pages concern details. */
function laterPageCost(field: LabelSearch, link: Link): number {
  if (field.kind === 'amount') return 0;
  return Math.min(MAX_LATER_PAGE_COST, LATER_PAGE_COST * (link.candidate.segment.page - 1));
}

const LATER_PAGE_COST = 0.03;
const MAX_LATER_PAGE_COST = 0.12;

/** Reduces the weight of a phrase that stands for several roles. */
function sharedRoleShare(link: Link, role: LabelRole): number {
  const place = link.label.roles.indexOf(role);
  return link.label.roles.length === 1 ? 1 : place === 0 ? 0.97 : 0.9;
}

function withRepeats(best: number, links: readonly Link[]): number {
  // A head repeated on every page is not new evidence.
  const page = links[0]?.candidate.segment.page;
  const places = new Set(links.map((link) => link.candidate.segment).filter((segment) => segment.page === page));
  return Math.min(1, best + REPEAT_BONUS * (places.size - 1));
}

function earlier(a: Scored, b: Scored): number {
  const [first, second] = [a.links[0]?.candidate.segment, b.links[0]?.candidate.segment];
  if (first === undefined || second === undefined) return 0;
  return first.page - second.page || first.line - second.line || first.place - second.place;
}

function read(candidate: Candidate, context: ResolveContext, bareNumbers: boolean): Reading | undefined {
  switch (candidate.kind) {
    case 'amount': {
      const units = amountUnits(candidate, context.locale);
      if (units === undefined) return undefined;
      const other = candidate.readings[context.locale.decimal.mark === 'point' ? 'comma' : 'point'];
      const open = isOpenAmount(candidate, context.locale) && other !== undefined;
      return {
        value: formatUnits(units),
        other: open ? formatUnits(other) : undefined,
        fit: candidate.form === 'bare' && !bareNumbers ? 0.6 : 1,
      };
    }
    case 'date': {
      const date = dateValue(candidate, context.locale);
      return date === undefined ? undefined : { ...date, fit: 1 };
    }
    case 'identifier':
      return { value: withoutDate(candidate.value), other: undefined, fit: identifierFit(candidate, context) };
    case 'iban':
    case 'tax_id':
    case 'phone':
    case 'time':
      return { value: candidate.value, other: undefined, fit: 1 };
  }
}

/** The number of `90207711/14.08.2025`. */
function withoutDate(value: string): string {
  return value.replace(/(?<=[\p{L}\d]{4})\/\d{1,2}\.\d{1,2}\.\d{4}$/u, '');
}

/** Sums whose labels also head the columns of a statement. */
const MOVEMENT_SUMS: ReadonlySet<string> = new Set(['total_deposits', 'total_withdrawals', 'total_checks']);
const DATED_LINE = /^\D{0,3}\d{1,4}(?:[./-]|\.? )(?:\d{1,2}\b|\p{L}{3})/u;

/** Under such a heading a line that begins with a date is a movement. */
function isRowUnderHeading({ relation, candidate: { segment } }: Link, context: ResolveContext): boolean {
  if (relation !== 'below') return false;
  const line = context.pages[segment.page - 1]?.layout.lines[segment.line];
  return line !== undefined && DATED_LINE.test(line.segments[0]?.text ?? '');
}

/** Eight digits are a date behind a label that asks for nothing else: `Delivery date: 20210308`. */
function otherForm(field: LabelSearch, { candidate, label, between }: Link): Reading | undefined {
  if (field.kind !== 'date' || candidate.kind !== 'identifier' || between > 0) return undefined;
  if (!label.roles.every((role) => DATE_ROLES.has(role))) return undefined;
  const value = compactDate(candidate.value);
  return value === undefined ? undefined : { value, other: undefined, fit: 1 };
}

const DATE_ROLES: ReadonlySet<LabelRole> = new Set([
  'invoice_date',
  'date',
  'due_date',
  'delivery_date',
  'order_date',
  'statement_date',
  'print_date',
  'period_start',
  'period_end',
]);

/** How much a run of letters and digits resembles a document number rather than a date, an amount or a rate. */
function identifierFit(candidate: Extract<Candidate, { kind: 'identifier' }>, context: ResolveContext): number {
  const neighbours = pageOf(candidate, context)?.candidates.get(candidate.segment) ?? [];
  for (const other of neighbours) {
    const inside = other.textStart < candidate.textEnd && candidate.textStart < other.textEnd;
    if (!inside) continue;
    if (other.kind === 'date' && other.text.length >= candidate.value.length) return 0.3;
    if (other.kind === 'amount' && other.form !== 'bare' && other.form !== 'grouped') return 0.3;
    if (other.kind === 'time' || other.kind === 'iban') return 0.3;
  }
  if (
    candidate.segment.text.charAt(candidate.textEnd) === '%' ||
    candidate.segment.text.slice(candidate.textEnd).startsWith(' %')
  )
    return 0.2;
  const digits = candidate.value.replace(/\D/g, '').length;
  if (/@|www\.|\.com|\.de$|^\+/.test(candidate.value)) return 0.2;
  if (candidate.value.length === 1) return 0.8;
  return digits >= 3 ? 1 : 0.9;
}

function pageOf(candidate: Candidate, context: ResolveContext) {
  return context.pages[candidate.segment.page - 1];
}

/** Chooses the best labelled value of a field; undefined when no label leads to one. */
export function resolveLabelled(field: LabelSearch, context: ResolveContext): Choice | undefined {
  const ranked = rankLabelled(field, context);
  const best = ranked[0];
  if (best === undefined) return undefined;
  return labelledChoice(field.name, best, ranked.slice(1));
}

function labelledChoice(name: string, best: Scored, rest: readonly Scored[]): Choice {
  const link = best.links[0];
  const whole = link === undefined ? undefined : wholeNumber(name, link);
  const spans = whole === undefined ? uniqueSpans(best.links) : [whole];
  const runnersUp = rest.map((scored) => ({ value: scored.value, confidence: round(scored.score * 0.5) }));
  const other = best.other === undefined ? [] : [{ value: best.other, confidence: 0.4 }];
  const repeated = independentPlaces(best.links) && !isRecognised(best.links);
  const contested = rest.some((scored) => scored.score > best.score - CONTEST_MARGIN);
  return {
    value: whole === undefined ? best.value : spanText(whole),
    // Two positions if they are the proof, else the one with the strongest link.
    spans: repeated && !contested ? spans : spans.slice(0, 1),
    score: contested ? best.score * CONTESTED_SHARE : best.score,
    rule: link === undefined ? `label:${name}` : `label:${link.label.phrase}/${link.relation}`,
    alternatives: [...other, ...runnersUp].slice(0, MAX_ALTERNATIVES),
    checks: repeated && !contested ? [`repeated:${name}`] : [],
    proof: repeated && !contested && best.other === undefined && best.score >= PROOF_SCORE,
    ambiguous: best.other !== undefined,
    signals: labelSignals(name, best, rest),
  };
}

/** Score difference within which a runner-up makes the choice ambiguous. */
const CONTEST_MARGIN = 0.06;
const CONTESTED_SHARE = 0.8;
const PROOF_SCORE = 0.9;

/**
 * True if a strong label leads to the value at two positions of one page under different phrases: a header repeated on
 * each page is one piece of evidence, a title and an information block are two.
 */
function independentPlaces(links: readonly Link[]): boolean {
  const strong = links.filter((link) => linkWeight(link) >= 0.5 && link.label.roles.length === 1);
  const phrases = new Map<string, unknown>();
  for (const link of strong) {
    const known = phrases.get(link.label.phrase);
    if (known === undefined) phrases.set(link.label.phrase, link.candidate.segment);
  }
  return phrases.size >= 2 && new Set(phrases.values()).size >= 2;
}

/** Recognised text: the same letters are misread the same way twice, so repetition proves nothing. */
function isRecognised(links: readonly Link[]): boolean {
  return links.some((link) => link.candidate.segment.words.some((word) => word.confidence !== undefined));
}

function uniqueSpans(links: readonly Link[]) {
  const seen = new Set<unknown>();
  const spans = [];
  for (const { candidate } of links) {
    if (seen.has(candidate.segment)) continue;
    seen.add(candidate.segment);
    spans.push({ segment: candidate.segment, start: candidate.start, end: candidate.end });
  }
  return spans.slice(0, 3);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
