import { EXTRAS } from '#core/domain/field-roles';
import type { AmountCandidate } from '../../candidates/candidate.ts';
import type { PageCandidates } from '../../candidates/collect.ts';
import type { LabelRole } from '../../candidates/labels.ts';
import type { Link } from '../../candidates/links.ts';
import type { Units } from '../../normalise/decimal.ts';
import type { ResolveContext } from '../base/context.ts';
import { linkWeight } from '../base/link-weight.ts';
import { amountUnits } from '../base/locale.ts';
import { suggestedTipLines } from './suggested-tips.ts';
import { isTaxLine } from './till-tax-table.ts';

/** Amount roles that take part in the sums of a document. */
export const TOTAL_ROLES = [
  'subtotal',
  'tax',
  'total',
  'amount_due',
  'amount_paid',
  ...EXTRAS.map(({ role }) => role),
] as const satisfies readonly LabelRole[];
export type TotalRole = (typeof TOTAL_ROLES)[number];

/** An amount that may play a role, with every place it is printed under that role's labels. */
export interface RoleAmount {
  readonly units: Units;
  readonly score: number;
  readonly candidates: readonly AmountCandidate[];
  readonly phrase: string;
  /** If the label also names another role ("total" beside "total net"), it is weaker evidence. */
  readonly link: Link;
}

export type RoleAmounts = Readonly<Record<TotalRole, readonly RoleAmount[]>>;

const KEPT_PER_ROLE = 6;
const FLOOR = 0.3;
/** A value below a column heading is more often an item's amount than a total. */
const BELOW_SHARE = 0.62;
/** Whole numbers without currency are more often counts than money. */
const BARE_SHARE = 0.55;
/** The last amount of a line is its result; earlier ones are bases and rates. */
const NOT_LAST_SHARE = 0.88;
const REPEAT_BONUS = 0.02;

/** Ranks the amounts linked to each role's labels, best first. */
export function rankTotals(context: ResolveContext): RoleAmounts {
  const ranked = {} as Record<TotalRole, readonly RoleAmount[]>;
  for (const role of TOTAL_ROLES) ranked[role] = rankRole(role, context);
  return ranked;
}

function rankRole(role: TotalRole, context: ResolveContext): RoleAmount[] {
  const byUnits = new Map<
    Units,
    { score: number; candidates: AmountCandidate[]; seen: Set<AmountCandidate>; link: Link }
  >();
  for (const link of context.links.get(role) ?? []) {
    context.pace.count(1);
    const amount = link.candidate;
    if (amount.kind !== 'amount' || isSuggestion(link, context)) continue;
    const units = amountUnits(amount, context.locale);
    if (units === undefined || units % 100 !== 0) continue;
    const score = scoreLink(link, amount, role, context);
    if (score < FLOOR) continue;
    const entry = byUnits.get(units);
    if (entry === undefined) byUnits.set(units, { score, candidates: [amount], seen: new Set([amount]), link });
    else {
      if (score > entry.score) {
        entry.link = link;
        entry.score = score;
        entry.candidates.unshift(amount);
      } else if (!entry.seen.has(amount)) entry.candidates.push(amount);
      entry.seen.add(amount);
    }
  }
  return [...byUnits]
    .filter(([, entry]) => !isCarried(role, entry.candidates))
    .map(([units, entry]) => ({
      units,
      score: Math.min(1, entry.score + REPEAT_BONUS * (new Set(entry.candidates).size - 1)),
      candidates: [...new Set(entry.candidates)],
      phrase: entry.link.label.phrase,
      link: entry.link,
    }))
    .sort((a, b) => b.score - a.score || Math.abs(b.units) - Math.abs(a.units))
    .slice(0, KEPT_PER_ROLE);
}

function isSuggestion({ label: { segment } }: Link, context: ResolveContext): boolean {
  const page = context.pages[segment.page - 1];
  return page !== undefined && suggestedTipLines(page).has(segment.line);
}

/** "Transporte" at the foot of a page and again at the head of the next is an amount carried forward. */
function isCarried(role: TotalRole, candidates: readonly AmountCandidate[]): boolean {
  return role === 'shipping' && new Set(candidates.map(({ segment }) => segment.page)).size > 1;
}

function scoreLink(link: Link, amount: AmountCandidate, role: TotalRole, context: ResolveContext): number {
  let score = linkWeight(link);
  if (link.relation === 'below' && !isRowOfSums(link, context)) score *= BELOW_SHARE;
  if (EXTRA_ROLES.has(role) && wordsBefore(link) > MAX_WORDS_BEFORE) score *= EMBEDDED_SHARE;
  if (amount.form === 'bare') score *= BARE_SHARE;
  if (link.relation !== 'below' && !isLastOnLine(amount, context)) score *= NOT_LAST_SHARE;
  // "Total Pcs", "Total 3 items": the amount right after "total" that is followed by a counted thing.
  if (amount.form === 'bare' && /^\s*\p{L}{3,}/u.test(amount.segment.text.slice(amount.textEnd))) score *= 0.6;
  if (role === 'total' && isTaxLine(link.label.segment, context)) score *= TAX_LINE_SHARE;
  return score;
}

/** The total of a tax table is the document's only if no other total is printed. */
const TAX_LINE_SHARE = 0.66;

/** Sums identified by the start of a line; deep in a line the word is part of an item: "Network switch 24 port". */
const EXTRA_ROLES: ReadonlySet<LabelRole> = new Set(EXTRAS.map(({ role }) => role));
const MAX_WORDS_BEFORE = 1;
const EMBEDDED_SHARE = 0.6;

function wordsBefore({ label }: Link): number {
  return label.start;
}

/** Sums printed as a row of boxes: a line with at least three labels of sums, and the amounts on the line below. */
function isRowOfSums(link: Link, context: ResolveContext): boolean {
  if (link.between > 0) return false;
  const page = context.pages[link.label.segment.page - 1];
  const line = page?.layout.lines[link.label.segment.line];
  if (page === undefined || line === undefined) return false;
  const roles = line.segments.map((segment) => page.labels.get(segment)?.[0]?.roles ?? []);
  const named = (wanted: readonly LabelRole[]) => roles.some((own) => own.some((role) => wanted.includes(role)));
  const sums = roles.filter((own) => own.some((role) => SUM_ROLES.has(role))).length;
  return sums >= MIN_BOXES && named(['total', 'amount_due']) && named(['subtotal', 'tax']) && !named(ITEM_COLUMNS);
}

const MIN_BOXES = 3;
const SUM_ROLES: ReadonlySet<LabelRole> = new Set(TOTAL_ROLES);
/** Columns of items or tax rates: a value below such a line is one of several rows. */
const ITEM_COLUMNS: readonly LabelRole[] = ['quantity', 'unit_price', 'tax_rate'];

function isLastOnLine({ segment, textStart }: AmountCandidate, context: ResolveContext): boolean {
  const page = context.pages[segment.page - 1];
  const last = page && lastAmounts(page)[segment.line];
  if (last === undefined) return true;
  return segment.place === last.place ? textStart >= last.textStart : segment.place > last.place;
}

interface LastAmount {
  readonly place: number;
  readonly textStart: number;
}

const lastAmountsOf = new WeakMap<PageCandidates, readonly (LastAmount | undefined)[]>();

/** Position of the last amount per line; whole numbers without currency are ignored. */
function lastAmounts(page: PageCandidates): readonly (LastAmount | undefined)[] {
  const known = lastAmountsOf.get(page);
  if (known !== undefined) return known;
  const found = page.layout.lines.map(({ segments }) => {
    for (const segment of segments.toReversed()) {
      const starts = (page.candidates.get(segment) ?? []).flatMap((other) =>
        other.kind === 'amount' && other.form !== 'bare' ? [other.textStart] : [],
      );
      if (starts.length > 0) return { place: segment.place, textStart: Math.max(...starts) };
    }
    return undefined;
  });
  lastAmountsOf.set(page, found);
  return found;
}
