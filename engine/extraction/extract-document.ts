import { type ExtractionResult, RESULT_SCHEMA } from '#core/domain/result';
import { detectLanguage } from '../candidates/language.ts';
import { missingOf } from '../confidence/missing.ts';
import { specOf } from '../documents/index.ts';
import type { EngineHost, EngineInput, EngineOutcome, ReadDocument } from '../model.ts';
import type { Pace } from '../pace.ts';
import { createContext, groupLinks } from '../resolve/base/context.ts';
import { tablesOfPages } from '../tables/tables-of-pages.ts';
import { decideType } from './decide-type.ts';
import { judge } from './judge.ts';
import { layOutPages } from './lay-out-pages.ts';
import { gather } from './sources.ts';
import { evidenceOnPages, pageInfo } from './turn-back.ts';
import { wordsOfPages } from './words-of-pages.ts';

/** Progress of the stage once labels are linked to values. */
const LINKED_SHARE = 0.2;

/** Runs all stages after reading: layout, type, sources, checks, result. `readMs` is added to the timings. */
export async function extractDocument(
  document: ReadDocument,
  host: EngineHost,
  hints: Pick<EngineInput, 'documentType' | 'template'>,
  readMs: number,
  pace: Pace,
): Promise<EngineOutcome> {
  const words = document.pages.reduce((sum, page) => sum + page.words.length, 0);
  const report = (share: number) => host.report?.('extract', share);
  const clock = stopwatch(host);

  const { layouts, pages } = await layOutPages(document, host, pace);
  const decided = decideType(document, layouts, hints.template?.documentType ?? hints.documentType);
  const { type, classified } = decided;
  const language = detectLanguage(pages);
  await pace.spend(words);
  const classify = clock();

  const links = await groupLinks(pages, pace);
  report(LINKED_SHARE);
  const context = createContext(pages, links, type, language, document.properties, pace);
  await pace.spend(words);
  const spec = specOf(type);
  const gathered = await gather({
    document,
    layouts,
    context,
    spec,
    decided,
    template: hints.template,
    pace,
    words,
    report,
  });
  await pace.spend(words);
  const tables = await tablesOfPages(layouts, pace);
  const extract = clock();
  report(1);

  const { fields, checks } = judge(gathered, document, type);
  await pace.spend(gathered.lineItems.length);
  const template = gathered.bySource.template?.template;
  const result: ExtractionResult = {
    schema: RESULT_SCHEMA,
    version: 1,
    document_type: type,
    document_type_confidence: type === classified.type ? classified.confidence : 1,
    ...(template && { template: { id: template.id, version: template.version } }),
    language,
    page_count: document.pages.length,
    method: document.method,
    fields,
    line_items: gathered.lineItems,
    missing: missingOf(type, fields, template),
    checks,
    pages: document.pages.map(pageInfo),
    ...(tables.length > 0 && { tables }),
    timings_ms: { read: readMs, classify, extract, validate: clock() },
  };
  host.report?.('validate', 1);
  return { ok: true, result: evidenceOnPages(result, document.pages), words: await wordsOfPages(document, pace) };
}

/** Milliseconds since the last call, to two decimals. */
function stopwatch(host: EngineHost): () => number {
  let last = host.clock();
  return () => {
    const now = host.clock();
    const elapsed = now - last;
    last = now;
    return Math.round(elapsed * 100) / 100;
  };
}
