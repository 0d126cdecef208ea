import type { DocumentType } from '#core/domain/document-types';
import { collectCandidates } from '../candidates/collect.ts';
import { type Link, linkLabels } from '../candidates/links.ts';
import { classifyDocument } from '../classify/classify.ts';
import type { PageLayout } from '../layout/lines.ts';
import { FREE_PACE, type Pace } from '../pace.ts';
import { resolveMrz } from '../resolve/coded/mrz.ts';

/** Facts on a page about the document it belongs to. */
export interface PageFacts {
  /** Type of the page on its own; undefined without evidence for a type. */
  readonly type: DocumentType | undefined;
  /** Of the type, in [0, 1]. */
  readonly confidence: number;
  /** `Page 2 of 3`. */
  readonly numbering: { readonly page: number; readonly of: number } | undefined;
  /** Labelled numbers of invoices, orders and the like; folded. */
  readonly numbers: ReadonlySet<string>;
  /** True if the page has any text. */
  readonly written: boolean;
}

/** Minimum confidence for the type of a page. */
const SPEAKS_FROM = 0.55;
/** Minimum strength of a label that names only one kind of number. */
const CLEAR_LABEL = 0.9;
const NUMBER_ROLES = new Set(['invoice_number', 'order_number', 'contract_number']);

export function pageFacts(layout: PageLayout, pace: Pick<Pace, 'count'> = FREE_PACE): PageFacts {
  const zone = resolveMrz([layout]);
  const { type, confidence } = classifyDocument([layout]);
  const speaks = confidence >= SPEAKS_FROM && !(type === 'receipt' && confidence <= UNTITLED_RECEIPT);
  return {
    type: zone !== undefined ? 'id_document' : speaks ? type : undefined,
    confidence: zone !== undefined ? 1 : confidence,
    numbering: numberingOf(layout),
    numbers: new Set(linkLabels(collectCandidates(layout), pace).flatMap(numberOf)),
    written: layout.page.words.length > 0,
  };
}

/**
 * Confidence for a receipt detected without a title: short pages with prices look like receipts, but a page of a stack
 * may be anything.
 */
const UNTITLED_RECEIPT = 0.6;

/** Only values beside their label: a heading may be above a list of other documents. */
function numberOf({ label, candidate, relation, clean, overshadowed }: Link): string[] {
  if (candidate.kind !== 'identifier' || overshadowed || !clean) return [];
  if (relation !== 'inline' && relation !== 'right') return [];
  if (label.strength < CLEAR_LABEL || !label.roles.some((role) => NUMBER_ROLES.has(role))) return [];
  const folded = candidate.value.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return /\d/.test(folded) ? [folded] : [];
}

const NUMBERING =
  /(?:^|[^\p{L}])(?:page|pg|pag|pagina|página|seite|blatt|sida|side|sivu|strona|strana|pág)[.:]?\s*(?:no\.?\s*)?(\d{1,3})\s*(?:\/|of|von|de|di|van|af|av|z|sur|\/\s*of)\s*(\d{1,3})(?!\d)/iu;
const BARE_NUMBERING = /^(\d{1,3})\s*(?:\/|of|von)\s*(\d{1,3})$/i;
/** Bare numbers are page numbers only at the edge of the page. */
const EDGE_SHARE = 0.1;

function numberingOf({ page, lines }: PageLayout): PageFacts['numbering'] {
  for (const { segments, box } of lines) {
    const edge = box[3] < EDGE_SHARE * page.height || box[1] > (1 - EDGE_SHARE) * page.height;
    for (const { text } of segments) {
      const match = NUMBERING.exec(text) ?? (edge ? BARE_NUMBERING.exec(text) : null);
      const [number, of] = [Number(match?.[1]), Number(match?.[2])];
      if (match !== null && number >= 1 && number <= of) return { page: number, of };
    }
  }
  return undefined;
}
