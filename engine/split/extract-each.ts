import type {
  Evidence,
  ExtractionResult,
  FieldValue,
  LineItem,
  PageInfo,
  PageWord,
  ProposedDocument,
} from '#core/domain/result';
import type { EngineHost, EngineOutcome, ReadDocument } from '../model.ts';
import type { FileProposal, Proposals } from './proposals-of-file.ts';

export type ExtractOne = (document: ReadDocument, host: EngineHost) => Promise<EngineOutcome>;

type Read = Extract<EngineOutcome, { ok: true }>;

/**
 * Extracts each document of a file separately, so that values do not mix. The top-level result is that of the first
 * document with a known type and values; `documents` holds all of them, including that one.
 */
export async function extractEach(
  document: ReadDocument,
  { documents: proposals, facts }: Proposals,
  extractOne: ExtractOne,
  host: EngineHost,
  readMs: number,
): Promise<EngineOutcome> {
  const read: { readonly proposal: FileProposal; readonly outcome: Read }[] = [];
  for (const [index, proposal] of proposals.entries()) {
    const share = (own: number) => (index + own) / proposals.length;
    const outcome = await extractOne(partOf(document, proposal), {
      ...host,
      report: (stage, own) => host.report?.(stage, share(own)),
    });
    if (!outcome.ok) return outcome;
    read.push({ proposal, outcome: shifted(outcome, proposal.from - 1) });
  }
  const documents = read.map(({ proposal, outcome }) => proposedDocument(proposal, outcome.result));
  const main =
    read.find(({ outcome: { result } }) => result.document_type !== 'other' && hasValues(result)) ??
    read.find(({ outcome }) => hasValues(outcome.result)) ??
    read[0];
  if (main === undefined) return { ok: false, error: { code: 'empty', message: 'There is no document in the file.' } };
  const { result } = main.outcome;
  const pages = read.flatMap(({ outcome }) =>
    outcome.result.pages.map(
      (page): PageInfo => ({
        ...page,
        document_type: facts[page.page - 1]?.type ?? outcome.result.document_type,
      }),
    ),
  );
  const tables = read.flatMap(({ outcome }) => outcome.result.tables ?? []);
  const words: (readonly PageWord[])[] = read.flatMap(({ outcome }) => outcome.words);
  return {
    ok: true,
    words,
    result: {
      ...result,
      page_count: document.pages.length,
      method: document.method,
      checks: [...result.checks, ...(document.notes ?? [])],
      pages,
      ...(tables.length > 0 && { tables }),
      documents,
      timings_ms: { ...timingsOf(read.map(({ outcome }) => outcome.result)), read: readMs },
    },
  };
}

/** Pages of an extracted document are renumbered from 1, as every stage expects. */
function partOf(document: ReadDocument, { from, to, structured, statement }: FileProposal): ReadDocument {
  const { mediaType, method, pages } = document;
  const own = pages.slice(from - 1, to).map((page, index) => ({ ...page, page: index + 1 }));
  const data = statement === undefined ? ('e-invoice' as const) : ('bank-file' as const);
  return {
    mediaType,
    method: own.length === 0 ? data : method,
    pages: own,
    ...(structured !== undefined && { structured }),
    ...(statement !== undefined && { statement }),
  };
}

function proposedDocument(proposal: FileProposal, result: ExtractionResult): ProposedDocument {
  const { from, to, confidence, reason, file } = proposal;
  return {
    pages: to < from ? null : [from, to],
    document_type: result.document_type,
    document_type_confidence: result.document_type_confidence,
    confidence,
    reason,
    ...(file !== undefined && { file }),
    fields: result.fields,
    line_items: result.line_items,
    missing: result.missing,
    checks: result.checks,
  };
}

function hasValues({ fields }: ExtractionResult): boolean {
  return Object.keys(fields).length > 0;
}

/** The outcome with page numbers of the whole file. */
function shifted(outcome: Read, by: number): Read {
  if (by === 0) return outcome;
  const evidence = (one: Evidence): Evidence => (one.page === null ? one : { ...one, page: one.page + by });
  const value = (field: FieldValue): FieldValue => ({ ...field, evidence: field.evidence.map(evidence) });
  const values = (fields: Readonly<Record<string, FieldValue>>) =>
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, value(field)]));
  const { result } = outcome;
  const tables = result.tables?.map((table) => ({ ...table, page: table.page + by }));
  return {
    ...outcome,
    result: {
      ...result,
      fields: values(result.fields),
      line_items: result.line_items.map((item): LineItem => values(item)),
      pages: result.pages.map((page) => ({ ...page, page: page.page + by })),
      ...(tables !== undefined && { tables }),
    },
  };
}

function timingsOf(results: readonly ExtractionResult[]): ExtractionResult['timings_ms'] {
  const sum = (stage: 'classify' | 'extract' | 'validate') =>
    Math.round(results.reduce((total, { timings_ms }) => total + timings_ms[stage], 0) * 100) / 100;
  return { read: 0, classify: sum('classify'), extract: sum('extract'), validate: sum('validate') };
}
