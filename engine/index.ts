import type { DocumentType } from '#core/domain/document-types';
import { type Check, type ExtractionResult, type FieldValue, type LineItem, RESULT_SCHEMA } from '#core/domain/result';
import { collectCandidates, type PageCandidates } from './candidates/collect.ts';
import { classifyDocument } from './classify/classify.ts';
import { detectLanguage } from './classify/language.ts';
import { toFieldValue } from './confidence.ts';
import { DOCUMENT_SPECS } from './documents/index.ts';
import { buildLines, type PageLayout } from './layout/lines.ts';
import type { EngineHost, EngineInput, EngineOutcome, ReadDocument } from './model.ts';
import { readDocument } from './read/index.ts';
import { createContext, groupLinks } from './resolve/context.ts';
import { resolveFields } from './resolve/fields.ts';
import { validateFields } from './validate/index.ts';

/**
 * The engine's only door: bytes in, fields with evidence out. It knows no environment and no network, and it gives
 * the event loop a turn after every page and between stages.
 */
export async function extract(input: EngineInput, host: EngineHost): Promise<EngineOutcome> {
  const start = host.clock();
  const read = await readDocument(input.bytes, host);
  if (!read.ok) return read;
  return extractFromDocument(read.document, host, input.documentType, host.clock() - start);
}

/** The stages after reading, for a document whose words are already known. `readMs` goes into the timings. */
export async function extractFromDocument(
  document: ReadDocument,
  host: EngineHost,
  documentType?: DocumentType,
  readMs = 0,
): Promise<EngineOutcome> {
  const started = host.clock();
  const layouts: PageLayout[] = [];
  const pages: PageCandidates[] = [];
  for (const page of document.pages) {
    const layout = buildLines(page);
    layouts.push(layout);
    pages.push(collectCandidates(layout));
    await host.pause();
  }
  const classified = classifyDocument(layouts);
  const type = documentType ?? classified.type;
  const language = detectLanguage(pages);
  await host.pause();
  const sorted = host.clock();

  const context = createContext(pages, groupLinks(pages), type, language);
  await host.pause();
  const fields: Record<string, FieldValue> = {};
  for (const [name, choice] of resolveFields(DOCUMENT_SPECS[type], context)) fields[name] = toFieldValue(name, choice);
  const lineItems: readonly LineItem[] = [];
  await host.pause();
  const resolved = host.clock();

  const checks: readonly Check[] = validateFields(valuesOf(fields));
  const result: ExtractionResult = {
    schema: RESULT_SCHEMA,
    document_type: type,
    document_type_confidence: documentType === undefined ? classified.confidence : 1,
    language,
    page_count: document.pages.length,
    method: document.method,
    fields,
    line_items: lineItems,
    checks,
    pages: document.pages.map(({ page, width, height, unit, source }) => ({ page, width, height, unit, source })),
    timings_ms: {
      read: round(readMs),
      classify: round(sorted - started),
      extract: round(resolved - sorted),
      validate: round(host.clock() - resolved),
    },
  };
  const words = document.pages.map((page) =>
    page.words.map(({ text, box, confidence }) => ({ text, box, ...(confidence !== undefined && { confidence }) })),
  );
  return { ok: true, result, words };
}

function valuesOf(fields: Readonly<Record<string, FieldValue>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
