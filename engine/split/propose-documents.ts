import type { DocumentType } from '#core/domain/document-types';
import type { PageFacts } from './page-facts.ts';

/** A range of pages that forms one document. */
export interface Proposal {
  /** First and last page, from 1. */
  readonly from: number;
  readonly to: number;
  /** Confidence that a document starts here, in [0, 1]; 1 for the first. */
  readonly confidence: number;
  /** The reason for the split, in words for the user. */
  readonly reason: string;
}

/**
 * Groups of document types whose pages never belong to the same document. Types within a family may differ only by a
 * title.
 */
const FAMILIES: Readonly<Record<DocumentType, string>> = {
  invoice: 'trade',
  credit_note: 'trade',
  receipt: 'trade',
  purchase_order: 'trade',
  utility_bill: 'trade',
  tax_form: 'tax',
  id_document: 'identity',
  bank_statement: 'bank',
  card_statement: 'bank',
  contract: 'text',
  hearing_transcript: 'text',
  other: 'other',
};

/** Minimum type confidence to separate a page from pages of another family. */
const SURE_TYPE = 0.8;
/** Confidence of each sign. */
const CONFIDENCE = { numbering: 0.97, number: 0.93, firstPage: 0.9, family: 0.9, afterCard: 0.75 } as const;

interface Open {
  readonly from: number;
  readonly confidence: number;
  readonly reason: string;
  type: DocumentType | undefined;
  readonly numbers: Set<string>;
  last: PageFacts;
}

/**
 * Proposes where documents start in a stack of pages. Requires a positive sign of a start and none against it: a
 * wrongly split invoice costs more than two documents left together.
 */
export function proposeDocuments(pages: readonly PageFacts[]): Proposal[] {
  const proposals: Proposal[] = [];
  let open: Open | undefined;
  for (const [index, facts] of pages.entries()) {
    const sign: Sign | undefined = open === undefined ? FIRST : signOfBeginning(open, facts);
    if (sign !== undefined) {
      if (open !== undefined) proposals.push(closed(open, index));
      open = { from: index + 1, ...sign, type: facts.type, numbers: new Set(facts.numbers), last: facts };
      continue;
    }
    if (open === undefined) continue;
    open.type ??= facts.type;
    for (const number of facts.numbers) open.numbers.add(number);
    if (facts.written) open.last = facts;
  }
  if (open !== undefined) proposals.push(closed(open, pages.length));
  return proposals;
}

interface Sign {
  readonly confidence: number;
  readonly reason: string;
}

const FIRST: Sign = { confidence: 1, reason: 'first page' };

function signOfBeginning(open: Open, facts: PageFacts): Sign | undefined {
  if (!facts.written || goesOn(open, facts)) return undefined;
  const { numbering, type, numbers } = facts;
  const before = open.last.numbering;
  if (numbering?.page === 1 && before !== undefined && (before.page === before.of || before.of !== numbering.of)) {
    const reason = `page 1 of ${numbering.of} follows page ${before.page} of ${before.of}`;
    return { confidence: CONFIDENCE.numbering, reason };
  }
  if (numbering?.page === 1 && before === undefined && type !== undefined && facts.confidence >= SURE_TYPE) {
    return { confidence: CONFIDENCE.firstPage, reason: `page 1 of ${numbering.of}` };
  }
  const [number] = numbers;
  const [known] = open.numbers;
  const sameFamily = type !== undefined && open.type !== undefined && FAMILIES[type] === FAMILIES[open.type];
  if (number !== undefined && known !== undefined && sameFamily && facts.confidence >= SURE_TYPE) {
    return { confidence: CONFIDENCE.number, reason: `number ${number} after number ${known}` };
  }
  if (type !== undefined && open.type !== undefined && !sameFamily && facts.confidence >= SURE_TYPE) {
    return { confidence: CONFIDENCE.family, reason: `${named(type)} after ${named(open.type)}` };
  }
  // A card is never followed by a second page of another type.
  if (open.type === 'id_document' && type !== 'id_document') {
    return { confidence: CONFIDENCE.afterCard, reason: 'an identity document ends before it' };
  }
  return undefined;
}

/** Signs against a start: the page numbering continues, or the page has the same invoice number. */
function goesOn({ numbers, last }: Open, facts: PageFacts): boolean {
  const { numbering } = facts;
  const before = last.numbering;
  if (numbering !== undefined && numbering.page > 1) {
    if (before === undefined || numbering.page === before.page + 1 || numbering.page === before.page) return true;
  }
  return [...facts.numbers].some((number) => numbers.has(number));
}

function named(type: DocumentType): string {
  return type.replaceAll('_', ' ');
}

function closed({ from, confidence, reason }: Open, to: number): Proposal {
  return { from, to, confidence, reason };
}
