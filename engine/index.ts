import { type Check, type ExtractionResult, type FieldValue, type PageWord, RESULT_SCHEMA } from '#core/domain/result';
import { collectAtPace, type PageCandidates } from './candidates/collect.ts';
import { detectLanguage } from './candidates/language.ts';
import { classifyDocument } from './classify/classify.ts';
import { toFieldValue, withoutProofOnPictures } from './confidence/confidence.ts';
import { placeOf, withoutContradicted } from './confidence/contradictions.ts';
import { missingOf } from './confidence/missing.ts';
import { DOCUMENT_SPECS } from './documents/index.ts';
import { buildLines, type PageLayout } from './layout/lines.ts';
import type { EngineHost, EngineInput, EngineOutcome, ReadDocument } from './model.ts';
import { toUnits } from './normalise/decimal.ts';
import { createPace, type Pace } from './pace.ts';
import { readDocument } from './read/index.ts';
import type { Choice } from './resolve/base/choice.ts';
import { createContext, groupLinks } from './resolve/base/context.ts';
import { proveByBarcodes } from './resolve/coded/barcode-numbers.ts';
import { resolveCoded } from './resolve/coded/coded-documents.ts';
import { resolveLicenceCode } from './resolve/coded/licence-code.ts';
import { resolvePaymentCode } from './resolve/coded/payment-code.ts';
import { resolveStructured } from './resolve/e-invoice/structured.ts';
import { confirmByRows, resolveFields } from './resolve/fields.ts';
import { proofChecks } from './resolve/proof-checks.ts';
import { resolveLineItems } from './resolve/rows/line-items.ts';
import { extractEach } from './split/extract-each.ts';
import { proposalsOfFile } from './split/proposals-of-file.ts';
import { tablesOfPages } from './tables/tables-of-pages.ts';
import { applyTemplate } from './templates/apply.ts';
import { recogniseTemplate } from './templates/recognise.ts';
import { limitedHost, withTimeLimit } from './time-limit.ts';
import { boxOnPage, evidenceOnPages, pageInfo } from './turn-back.ts';
import { validateFields } from './validate/index.ts';
import { plainCheck } from './validate/value-check.ts';

/**
 * The engine's only door: bytes in, fields with evidence out. It knows no environment and no network, and it gives
 * the event loop a turn after every page it reads and after equal shares of all other work.
 */
export function extract(input: EngineInput, host: EngineHost): Promise<EngineOutcome> {
  return withTimeLimit(() => extractWithin(input, limitedHost(host)));
}

async function extractWithin(input: EngineInput, host: EngineHost): Promise<EngineOutcome> {
  const start = host.clock();
  const read = await readDocument(input.bytes, host);
  if (!read.ok) return read;
  const readMs = host.clock() - start;
  const told = input.documentType !== undefined || input.template !== undefined;
  // One limit of work for all documents of the file.
  const pace = createPace(() => host.pause(), host.workLimit);
  const proposals = await proposalsOfFile(read.document, told, pace);
  if (proposals.documents.length < 2) return stagesAfterReading(read.document, host, input, readMs, pace);
  const one = (document: ReadDocument, own: EngineHost) => stagesAfterReading(document, own, input, 0, pace);
  return extractEach(read.document, proposals, one, host, round(readMs));
}

/** The stages after reading, for a document whose words are already known. `readMs` goes into the timings. */
export function extractFromDocument(
  document: ReadDocument,
  host: EngineHost,
  hints: Pick<EngineInput, 'documentType' | 'template'> = {},
  readMs = 0,
): Promise<EngineOutcome> {
  const pace = createPace(() => host.pause(), host.workLimit);
  return withTimeLimit(() => stagesAfterReading(document, host, hints, readMs, pace));
}

async function stagesAfterReading(
  document: ReadDocument,
  host: EngineHost,
  hints: Pick<EngineInput, 'documentType' | 'template'>,
  readMs: number,
  pace: Pace,
): Promise<EngineOutcome> {
  const started = host.clock();
  const documentType = hints.template?.documentType ?? hints.documentType;
  const pageCount = document.pages.length;
  const allWords = document.pages.reduce((sum, page) => sum + page.words.length, 0);
  const layouts: PageLayout[] = [];
  const pages: PageCandidates[] = [];
  for (const page of document.pages) {
    const layout = buildLines(page, pace);
    layouts.push(layout);
    pages.push(await collectAtPace(layout, pace));
    host.report?.('classify', pages.length / pageCount);
  }
  const isTable = TABLE_TYPES.has(document.mediaType);
  const classified = classifyDocument(layouts, isTable ? ['id_document'] : []);
  const coded = resolveCoded(layouts, documentType ?? classified.type, isTable);
  const licence = resolveLicenceCode(document, layouts);
  const codedType = licence === undefined ? coded.documentType : 'id_document';
  const type = documentType ?? document.structured?.documentType ?? codedType ?? classified.type;
  const language = detectLanguage(pages);
  await pace.spend(allWords);
  const sorted = host.clock();

  const links = await groupLinks(pages, pace);
  host.report?.('extract', LINKED_SHARE);
  const context = createContext(pages, links, type, language, document.properties, pace);
  await pace.spend(allWords);
  const spec = DOCUMENT_SPECS[type];
  const choices = await resolveFields(spec, context, () => pace.spend(FIELD_COST * allWords));
  const unchecked = fieldValues(choices);
  host.report?.('extract', HEADER_SHARE);
  await pace.spend(allWords);
  const units = (name: string) => toUnits(unchecked[name]?.value ?? '');
  const rowHints = {
    documentType: type,
    ...(context.locale.decimal.sure && { mark: context.locale.decimal.mark }),
    ...optional('subtotal', units('subtotal_amount')),
    ...optional('tax', units('tax_amount')),
    ...optional('total', units('total_amount')),
    ...optional('opening', units('opening_balance')),
    ...optional('closing', units('closing_balance')),
    ...(context.locale.dateOrder.sure && { dayOrder: context.locale.dateOrder.order }),
    ...optional('year', yearOf(unchecked)),
  };
  const rows = await resolveLineItems(layouts, rowHints, pace);
  const header = fieldValues(confirmByRows(spec, choices, context, rows));
  await pace.spend(allWords);
  // What the e-invoice states goes first; what only the page shows is added to it.
  const payment = resolvePaymentCode(document, layouts);
  const structured = resolveStructured(document);
  const printed = { ...header, ...fieldValues(coded.choices) };
  const stated = { ...printed, ...licence?.fields, ...payment?.fields, ...structured?.fields };
  const barcodes = proveByBarcodes(stated, document);
  const known = { ...stated, ...barcodes.fields };
  const template = hints.template ?? (structured === undefined ? recogniseTemplate(layouts, type) : undefined);
  const templated =
    template && (await applyTemplate(template, known, context, () => pace.spend(FIELD_COST * allWords)));
  const found = templated?.fields ?? known;
  const pictures = document.pages.filter(({ source }) => source === 'ocr');
  const lineItems =
    structured?.lineItems ?? templated?.lineItems ?? rows.items.map((item) => withoutProofOnPictures(item, pictures));
  await pace.spend(allWords);
  const tables = await tablesOfPages(layouts, pace);
  const resolved = host.clock();
  host.report?.('extract', 1);

  const valueChecks = [
    ...validateFields(valuesOf(found), {
      placeOf: (name) => placeOf(name, found),
      taxIncluded: type === 'receipt',
    }),
    ...coded.checks,
  ];
  const judgedByFile = structured?.checks.some(({ rule }) => rule.startsWith('en16931:')) === true;
  const fields = withoutContradicted(
    found,
    judgedByFile ? valueChecks.filter(({ rule }) => !SUMS_OF_FILE.has(rule)) : valueChecks,
  );
  const own = [
    ...valueChecks.map(plainCheck),
    ...proofChecks(fields, document.properties),
    ...(licence?.checks ?? []),
    ...(payment?.checks ?? []),
    ...barcodes.checks,
    ...(templated?.checks ?? []),
  ];
  const made = structured === undefined ? [...own, ...rows.checks] : merged(structured.checks, own);
  const checks = [...made, ...(document.notes ?? [])];
  const result: ExtractionResult = {
    schema: RESULT_SCHEMA,
    document_type: type,
    document_type_confidence: type === classified.type ? classified.confidence : 1,
    ...(template && { template: { id: template.id, version: template.version } }),
    language,
    page_count: document.pages.length,
    method: document.method,
    fields,
    line_items: lineItems,
    missing: missingOf(type, fields, template),
    checks,
    pages: document.pages.map(pageInfo),
    ...(tables.length > 0 && { tables }),
    timings_ms: {
      read: round(readMs),
      classify: round(sorted - started),
      extract: round(resolved - sorted),
      validate: round(host.clock() - resolved),
    },
  };
  host.report?.('validate', 1);
  return { ok: true, result: evidenceOnPages(result, document.pages), words: await wordsOfPages(document, pace) };
}

/** Rows of values: a list of passports is no passport. */
const TABLE_TYPES: ReadonlySet<string> = new Set([
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);

/** Sums that the rules of the e-invoice itself judge, with amounts that no field holds. */
const SUMS_OF_FILE: ReadonlySet<string> = new Set(['sum_chain', 'amount_due']);

/** One header field looks at few of the words, but in the links of all pages. */
const FIELD_COST = 1 / 8;
/** How much of the stage is over when labels are linked, and when the header fields stand. */
const LINKED_SHARE = 0.2;
const HEADER_SHARE = 0.4;

/** The words of each page as the page really lies. */
async function wordsOfPages({ pages }: ReadDocument, pace: Pace): Promise<readonly (readonly PageWord[])[]> {
  const words: PageWord[][] = [];
  for (const page of pages) {
    words.push(
      page.words.map(({ text, box, confidence }) => ({
        text,
        box: boxOnPage(box, page),
        ...(confidence !== undefined && { confidence }),
      })),
    );
    await pace.spend(page.words.length / 4);
  }
  return words;
}

function fieldValues(choices: ReadonlyMap<string, Choice>): Record<string, FieldValue> {
  return Object.fromEntries([...choices].map(([name, choice]) => [name, toFieldValue(name, choice)]));
}

/** The year the document is about, for rows whose dates have none. */
function yearOf(header: Readonly<Record<string, FieldValue>>): number | undefined {
  const names = ['statement_date', 'period_end_date', 'invoice_date', 'transaction_date'];
  const date = names.map((name) => header[name]?.value).find((value) => value !== undefined);
  const year = Number(date?.slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : undefined;
}

function optional<K extends string>(key: K, value: number | undefined): { readonly [P in K]?: number } {
  const entry: { [P in K]?: number } = {};
  if (value !== undefined) entry[key] = value;
  return entry;
}

/** Checks of the e-invoice and of the values; one made twice is shown once. */
function merged(first: readonly Check[], second: readonly Check[]): Check[] {
  const known = new Set(first.map((check) => check.rule));
  return [...first, ...second.filter((check) => !known.has(check.rule))];
}

function valuesOf(fields: Readonly<Record<string, FieldValue>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
