import { buildLines } from '../layout/lines.ts';
import type { ReadDocument, ReadPart, StructuredInvoice } from '../model.ts';
import type { Pace } from '../pace.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { type Proposal, proposeDocuments } from './propose-documents.ts';

/** A document of the file, with what its file states as an e-invoice. */
export interface FileProposal extends Proposal {
  /** The name of the attachment or member, where the file holds several. */
  readonly file?: string;
  readonly structured?: StructuredInvoice;
}

/** More pages than this are one long document, not a stack of scans. */
const MAX_STACK_PAGES = 120;
/** Facts of a page cost about as much as its candidates. */
const FACTS_COST = 4;

export interface Proposals {
  readonly documents: readonly FileProposal[];
  /** By page, from the first; empty where pages were not looked at. */
  readonly facts: readonly PageFacts[];
}

/**
 * The documents in a file: the files of a container, and in each of them what its pages propose. Pages of an e-invoice
 * belong to it, and a document whose type is `told` is not cut.
 */
export async function proposalsOfFile(document: ReadDocument, told: boolean, pace: Pace): Promise<Proposals> {
  const { pages } = document;
  const whole: ReadPart = { name: '', from: 1, pages: pages.length, structured: document.structured };
  const parts = document.parts ?? [whole];
  const facts: PageFacts[] = [];
  const looked = !told && pages.length > 1 && pages.length <= MAX_STACK_PAGES;
  for (const page of looked ? pages : []) {
    facts.push(pageFacts(buildLines(page, pace), pace));
    await pace.spend(FACTS_COST * page.words.length);
  }
  const documents = parts.flatMap((part) => proposalsOfPart(part, facts, parts.length > 1));
  return { documents, facts };
}

function proposalsOfPart(part: ReadPart, facts: readonly PageFacts[], several: boolean): FileProposal[] {
  const { name, from, pages, structured } = part;
  const whole = { from, to: from + pages - 1, confidence: 1, reason: several ? 'a file of its own' : 'first page' };
  const cut =
    structured !== undefined || facts.length === 0 ? [] : proposeDocuments(facts.slice(from - 1, from - 1 + pages));
  const named = several && name !== '' ? { file: name } : {};
  if (cut.length < 2) return [{ ...whole, ...named, ...(structured !== undefined && { structured }) }];
  return cut.map((proposal, index) => ({
    ...(index === 0 ? { ...proposal, reason: whole.reason } : proposal),
    from: proposal.from + from - 1,
    to: proposal.to + from - 1,
    ...named,
  }));
}
