import { buildLines } from '../layout/lines.ts';
import type { BankFileStatement, ReadDocument, ReadPart, StructuredInvoice } from '../model.ts';
import type { Pace } from '../pace.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { type Proposal, proposeDocuments } from './propose-documents.ts';

/** A document of the file, with its e-invoice data, if any. */
export interface FileProposal extends Proposal {
  /** Name of the attachment or archive member, if the file has several. */
  readonly file?: string;
  readonly structured?: StructuredInvoice;
  readonly statement?: BankFileStatement;
}

/** A file with more pages is one long document, not a stack of scans. */
const MAX_STACK_PAGES = 120;
/** Collecting a page's facts costs about as much as finding its candidates. */
const FACTS_COST = 4;

export interface Proposals {
  readonly documents: readonly FileProposal[];
  /** By page, from the first; empty if the pages were not examined. */
  readonly facts: readonly PageFacts[];
}

/**
 * Proposes the documents of a file: the files of a container, split further by the facts on their pages. Pages of an
 * e-invoice belong to it, and a document whose type the caller gave (`told`) is not split.
 */
export async function proposalsOfFile(document: ReadDocument, told: boolean, pace: Pace): Promise<Proposals> {
  const { pages } = document;
  const whole: ReadPart = {
    name: '',
    from: 1,
    pages: pages.length,
    structured: document.structured,
    statement: document.statement,
  };
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
  const { name, from, pages, structured, statement } = part;
  const own = statement === undefined ? 'a file of its own' : 'a statement of its own';
  const whole = { from, to: from + pages - 1, confidence: 1, reason: several ? own : 'first page' };
  const isData = structured !== undefined || statement !== undefined;
  const cut = isData || facts.length === 0 ? [] : proposeDocuments(facts.slice(from - 1, from - 1 + pages));
  const named = several && name !== '' ? { file: name } : {};
  if (cut.length < 2) {
    return [
      {
        ...whole,
        ...named,
        ...(structured !== undefined && { structured }),
        ...(statement !== undefined && { statement }),
      },
    ];
  }
  return cut.map((proposal, index) => ({
    ...(index === 0 ? { ...proposal, reason: whole.reason } : proposal),
    from: proposal.from + from - 1,
    to: proposal.to + from - 1,
    ...named,
  }));
}
