import type { Candidate } from '../../candidates/candidate.ts';
import type { PageCandidates } from '../../candidates/collect.ts';
import type { LabelRole } from '../../candidates/labels.ts';
import { formatUnits, type Units } from '../../normalise/decimal.ts';
import type { ResolveContext } from '../base/context.ts';
import { linkWeight } from '../base/link-weight.ts';
import { amountUnits, dateValue } from '../base/locale.ts';
import { type AmountSums, amountSums } from './amount-sums.ts';
import { LABEL_GROUPS } from './label-guess.ts';
import { type LabelGuesser, labelGuesser } from './label-guesser.ts';
import { labelTexts } from './label-texts.ts';
import { columnMates, neighbourWords } from './neighbour-words.ts';
import { titleLines } from './title-lines.ts';
import { DATE_ORDER_COUNT, dateOrder, ECHO_COUNT, numberEchoes } from './value-order.ts';

/** Kinds of candidates a field can be learned for. */
export type LearnedKind = 'amount' | 'date' | 'identifier';

/** A candidate in the form used by a learned scorer. */
export interface DescribedCandidate {
  readonly candidate: Candidate;
  /** In wire form: plain decimal, ISO date, number as printed. */
  readonly value: string;
  /** Has `FEATURE_COUNT` numbers. */
  readonly dense: readonly number[];
  /** Buckets of neighbouring words. */
  readonly words: readonly number[];
}

/** Roles whose links are features, each by the side on which the label is printed. */
const ROLES = [
  'total',
  'subtotal',
  'tax',
  'amount_due',
  'amount_paid',
  'discount',
  'charges',
  'shipping',
  'tip',
  'rounding',
  'previous_balance',
  'invoice_number',
  'order_number',
  'purchase_order_number',
  'contract_number',
  'customer_id',
  'account_number',
  'payment_reference',
  'reference',
  'invoice_date',
  'date',
  'due_date',
  'delivery_date',
  'order_date',
  'statement_date',
] as const satisfies readonly LabelRole[]; // prettier-ignore

const TYPES = ['invoice', 'credit_note', 'receipt', 'purchase_order', 'utility_bill', 'bank_statement'] as const;
const FORMS = ['decimal', 'currency', 'grouped', 'bare'] as const;

/** Two per role and per guessed label, then position, appearance, form, neighbours, sums, order, echoes and type. */
export const FEATURE_COUNT =
  (ROLES.length + LABEL_GROUPS.length) * 2 + 34 + DATE_ORDER_COUNT + ECHO_COUNT + TYPES.length;

/** Describes every candidate of a kind with its features, in reading order. Candidates without a value are skipped. */
export function describeCandidates(context: ResolveContext, kind: LearnedKind): readonly DescribedCandidate[] {
  const found: { candidate: Candidate; value: string; units: Units | undefined }[] = [];
  for (const page of context.pages) {
    for (const candidate of [...page.candidates.values()].flat()) {
      if (candidate.kind !== kind) continue;
      const read = readValue(candidate, context);
      if (read !== undefined) found.push({ candidate, ...read });
    }
  }
  found.sort(
    (a, b) =>
      a.candidate.segment.page - b.candidate.segment.page || a.candidate.segment.line - b.candidate.segment.line,
  );
  const sums = amountSums(found.flatMap(({ units }) => (units === undefined ? [] : [Math.abs(units)])));
  const links = linksByCandidate(context);
  const sizes = context.pages.map(bodySize);
  const guess = labelGuesser();
  const titles = context.pages.map(titleLines);
  const values = found.map(({ value }) => value);
  const order = kind === 'date' ? dateOrder(values) : undefined;
  const echoes = kind === 'identifier' ? numberEchoes(values) : undefined;
  const repeats = new Map<string, number>();
  for (const { value } of found) repeats.set(value, (repeats.get(value) ?? 0) + 1);
  return found.flatMap(({ candidate, value, units }, index) => {
    const page = context.pages[candidate.segment.page - 1];
    if (page === undefined) return [];
    context.pace.count(DESCRIBE_COST);
    const place = {
      index,
      count: found.length,
      repeats: repeats.get(value) ?? 1,
      bodySize: sizes[candidate.segment.page - 1] ?? 1,
    };
    const dense = [
      ...roleFeatures(links.get(candidate)),
      ...placeFeatures(candidate, context, place),
      ...formFeatures(candidate, value),
      columnMates(candidate, page),
      ...sumFeatures(units === undefined ? undefined : sums.get(Math.abs(units))),
      ...guessFeatures(candidate, page, guess),
      linesToTitle(candidate, titles[candidate.segment.page - 1] ?? []),
      ...(order?.get(value) ?? new Array<number>(DATE_ORDER_COUNT).fill(0)),
      ...(echoes?.get(value) ?? new Array<number>(ECHO_COUNT).fill(0)),
      ...TYPES.map((type) => Number(context.documentType === type)),
    ];
    return [{ candidate, value, dense, words: neighbourWords(candidate, page) }];
  });
}

/** Cost in words. */
const DESCRIBE_COST = 5;

function guessFeatures(candidate: Candidate, page: PageCandidates, guess: LabelGuesser): readonly number[] {
  const { beside, above } = labelTexts(candidate, page);
  return [...guess(beside), ...guess(above)];
}

/** Lines to the nearest title; a large number if the page has none. */
function linesToTitle(candidate: Candidate, titles: readonly number[]): number {
  const distances = titles.map((line) => Math.abs(line - candidate.segment.line));
  return Math.min(FAR_FROM_TITLE, ...distances);
}

const FAR_FROM_TITLE = 40;

function readValue(
  candidate: Candidate,
  context: ResolveContext,
): { value: string; units: Units | undefined } | undefined {
  if (candidate.kind === 'amount') {
    const units = amountUnits(candidate, context.locale);
    return units === undefined ? undefined : { value: formatUnits(units), units };
  }
  if (candidate.kind === 'date') {
    const date = dateValue(candidate, context.locale);
    return date === undefined ? undefined : { value: date.value, units: undefined };
  }
  return candidate.kind === 'identifier' ? { value: candidate.value, units: undefined } : undefined;
}

type RoleWeights = Map<LabelRole, { beside: number; below: number }>;

function linksByCandidate(context: ResolveContext): ReadonlyMap<Candidate, RoleWeights> {
  const byCandidate = new Map<Candidate, RoleWeights>();
  for (const role of ROLES) {
    for (const link of context.links.get(role) ?? []) {
      const roles: RoleWeights = byCandidate.get(link.candidate) ?? new Map();
      byCandidate.set(link.candidate, roles);
      const own = roles.get(role) ?? { beside: 0, below: 0 };
      roles.set(role, own);
      const side = link.relation === 'below' ? 'below' : 'beside';
      own[side] = Math.max(own[side], linkWeight(link));
    }
  }
  return byCandidate;
}

function roleFeatures(roles: RoleWeights | undefined): readonly number[] {
  return ROLES.flatMap((role) => [roles?.get(role)?.beside ?? 0, roles?.get(role)?.below ?? 0]);
}

function placeFeatures(
  candidate: Candidate,
  context: ResolveContext,
  place: { readonly index: number; readonly count: number; readonly repeats: number; readonly bodySize: number },
): readonly number[] {
  const { segment } = candidate;
  const page = context.pages[segment.page - 1];
  const line = page?.layout.lines[segment.line];
  const width = page?.layout.page.width ?? 1;
  const height = page?.layout.page.height ?? 1;
  const mates =
    line?.segments.flatMap((other) =>
      (page?.candidates.get(other) ?? []).filter((one) => one.kind === candidate.kind),
    ) ?? [];
  const at = mates.indexOf(candidate);
  return [
    segment.page - 1,
    context.pages.length - segment.page,
    segment.box[1] / height,
    segment.box[0] / width,
    segment.box[2] / width,
    segment.size / place.bodySize,
    Number(segment.bold),
    line?.segments.length ?? 1,
    segment.place,
    segment.words.length,
    at,
    mates.length - 1 - at,
    place.count <= 1 ? 1 : place.index / (place.count - 1),
    place.index,
    place.count - 1 - place.index,
    Math.min(place.repeats, 5),
  ];
}

/** Median letter size of a page's segments. */
function bodySize(page: PageCandidates): number {
  const sizes = page.layout.lines.flatMap((line) => line.segments.map(({ size }) => size)).toSorted((a, b) => a - b);
  return Math.max(1, sizes[Math.floor(sizes.length / 2)] ?? 1);
}

function formFeatures(candidate: Candidate, value: string): readonly number[] {
  const amount = candidate.kind === 'amount' ? candidate : undefined;
  return [
    ...FORMS.map((form) => Number(amount?.form === form)),
    Number(amount?.currency !== undefined),
    Number(amount?.negative ?? false),
    value.replace(/\D/g, '').length,
    value.replace(/\P{L}/gu, '').length,
    Number(/[-/]/.test(value)),
    Number(/^(?:19|20)\d\d$/.test(value)),
  ];
}

function sumFeatures(sums: AmountSums | undefined): readonly number[] {
  if (sums === undefined) return [0, 0, 0, 0, 0, 0];
  return [sums.asSum, sums.asLarger, sums.asSmaller, sums.asGross, sums.asTax, sums.rank];
}
