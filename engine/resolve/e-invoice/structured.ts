/**
 * Turns the e-invoice's data into result fields. The value always comes from the XML; the page affects only its
 * confidence. A printed value never replaces an XML value: a contradiction is reported for review.
 */
import type { DocumentType } from '#core/domain/document-types';
import type { Alternative, Check, Evidence, FieldValue, LineItem } from '#core/domain/result';
import type { ReadDocument, StructuredInvoice, StructuredValue } from '#engine/model';
import { formatUnits } from '../../normalise/decimal.ts';
import { isIban } from '../../validate/iban.ts';
import {
  type LabelledValue,
  labelledValues,
  type SightedPage,
  type Sighting,
  sightPages,
} from '../printed/page-sightings.ts';
import { canonical } from '../printed/printed-values.ts';
import { cutTextsCheck, reviewCutTexts } from './cut-texts.ts';
import { CONTRADICTABLE, PAGE_COMPARISONS, type PageComparison } from './structured-fields.data.ts';
import { resolveLineItems } from './structured-line-items.ts';
import { sightingsOf } from './structured-sightings.ts';
import { checkSums, type SumCheck } from './structured-sums.ts';

export interface StructuredResolution {
  readonly documentType: DocumentType;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly lineItems: readonly LineItem[];
  readonly checks: readonly Check[];
}

/** XML and page agree: two representations of the same document. */
const AGREED = 0.995;
/** Found only in the XML, without contradiction. */
const XML_ONLY = 0.98;
/** Contradicted by the page or the sums. */
const CONTRADICTED = 0.5;
/** Shorter numbers occur on most pages by chance; letter codes, such as currencies, do not. */
const MIN_TELLING_DIGITS = 4;
/** Labels weaker than this do not contradict. */
const STRONG_LABEL = 1;

/** Fields, line items and checks of a document with an embedded e-invoice; `undefined` without one. */
export function resolveStructured(document: ReadDocument): StructuredResolution | undefined {
  const invoice = document.structured;
  if (invoice === undefined) return undefined;
  const pages = sightPages(document.pages);
  const sumChecks = checkSums(invoice);
  const checks: Check[] = [...sumChecks];
  if (invoice.furtherInvoices !== undefined) checks.push(singleInvoiceCheck(invoice.furtherInvoices));
  if (invoice.cutTexts !== undefined) checks.push(cutTextsCheck(invoice.cutTexts));
  const compared = Object.entries(invoice.fields).map(([name, value]) => compareWithPage(name, value, pages));
  const contradicted = new Set(compared.filter((field) => field.contradiction !== undefined).map(({ name }) => name));
  const fields: Record<string, FieldValue> = {};
  for (const comparison of compared) {
    const { field, check } = resolveField(comparison, invoice, sumChecks, contradicted);
    fields[comparison.name] = field;
    if (check !== undefined) checks.push(check);
  }
  const reviewCut = reviewCutTexts(invoice.cutTexts);
  return {
    documentType: invoice.documentType,
    fields: reviewCut(fields),
    lineItems: resolveLineItems(invoice, pages).map(reviewCut),
    checks,
  };
}

function singleInvoiceCheck(further: number): Check {
  return {
    rule: 'single_invoice',
    ok: false,
    detail: `The file holds ${further + 1} invoices; only the first was read.`,
  };
}

/** Result of comparing one XML value with the pages. */
interface Compared {
  readonly name: string;
  readonly source: StructuredValue;
  readonly comparison: PageComparison | undefined;
  readonly contradiction: LabelledValue | undefined;
  readonly sighting: Sighting | undefined;
}

function compareWithPage(name: string, source: StructuredValue, pages: readonly SightedPage[]): Compared {
  const comparison = PAGE_COMPARISONS[name];
  const seen = comparison === undefined ? [] : sightingsOf(pages, comparison.kind, source.value);
  const labelled = labelledOf(pages, comparison);
  return {
    name,
    source,
    comparison,
    contradiction: contradictionOf(name, comparison, source.value, seen, labelled),
    sighting: bestSighting(comparison, source.value, seen, labelled),
  };
}

interface ResolvedField {
  readonly field: FieldValue;
  readonly check?: Check;
}

function resolveField(
  { name, source, comparison, contradiction, sighting }: Compared,
  invoice: StructuredInvoice,
  sumChecks: readonly SumCheck[],
  contradicted: ReadonlySet<string>,
): ResolvedField {
  const { value, path } = source;
  const own = sumChecks.filter((check) => check.fields.includes(name));
  const sumsFail = own.some((check) => !check.ok);
  // A sum with other operands that the page contradicts holds only within the XML.
  const sumsHold = !sumsFail && own.some((check) => !check.fields.some((field) => contradicted.has(field)));
  const speaking = own.map((check) => check.rule);
  const base = { value, alternatives: [], rule: `e-invoice:${invoice.syntax}` };

  if (contradiction !== undefined) {
    const check = {
      rule: `xml_equals_page:${name}`,
      ok: false,
      detail: `The XML states ${value}; page ${contradiction.page} prints ${contradiction.text} beside "${contradiction.label}".`,
      fields: [name],
    };
    const field: FieldValue = {
      ...base,
      confidence: CONTRADICTED,
      state: 'needs_review',
      evidence: [{ page: null, box: null, text: value, path }, evidenceOf(contradiction)],
      checks: [...speaking, check.rule],
      alternatives: alternativesOf(comparison, contradiction),
    };
    return { field, check };
  }

  if (sighting === undefined) {
    const proved = sumsHold || (name === 'vendor_iban' && isIban(value));
    const field: FieldValue = {
      ...base,
      confidence: sumsFail ? CONTRADICTED : proved ? AGREED : XML_ONLY,
      state: sumsFail ? 'needs_review' : proved ? 'proved' : 'supported',
      evidence: [{ page: null, box: null, text: value, path }],
      checks: speaking,
    };
    return { field };
  }
  const check = {
    rule: `xml_equals_page:${name}`,
    ok: true,
    detail: `The XML states ${value}; page ${sighting.page} prints ${[sighting, ...(sighting.rest ?? [])].map(({ text }) => text).join(', ')}.`,
    fields: [name],
  };
  const telling = comparison?.kind !== 'identifier' || isTelling(value);
  const field: FieldValue = {
    ...base,
    confidence: telling && !sumsFail ? AGREED : XML_ONLY,
    state: sumsFail ? 'needs_review' : telling ? 'proved' : 'supported',
    evidence: [{ ...evidenceOf(sighting), path }, ...(sighting.rest ?? []).map(evidenceOf)],
    checks: [...speaking, check.rule],
  };
  return { field, check };
}

function isTelling(identifier: string): boolean {
  return !/\d/.test(identifier) || canonical('identifier', identifier).length >= MIN_TELLING_DIGITS;
}

function labelledOf(pages: readonly SightedPage[], comparison: PageComparison | undefined): LabelledValue[] {
  if (comparison?.role === undefined || comparison.kind === 'phrase') return [];
  return labelledValues(pages, comparison.kind, comparison.role);
}

/**
 * Returns the printed value that contradicts the XML: one beside a strong label of the field, if the XML's value
 * appears nowhere on the pages. Several different labelled values prove nothing, since one of them may belong to
 * something else.
 */
function contradictionOf(
  name: string,
  comparison: PageComparison | undefined,
  value: string,
  seen: readonly Sighting[],
  labelled: readonly LabelledValue[],
): LabelledValue | undefined {
  if (comparison === undefined || !CONTRADICTABLE.has(name) || seen.length > 0) return undefined;
  const strong = labelled.filter((candidate) => candidate.strength >= STRONG_LABEL);
  const [only] = strong;
  if (
    only === undefined ||
    strong.some((candidate) => candidate.readings.includes(canonical(comparison.kind, value)))
  ) {
    return undefined;
  }
  const same = strong.every((candidate) => candidate.readings.join() === only.readings.join());
  return same ? only : undefined;
}

/** The sighting beside the field's label, else the first one. */
function bestSighting(
  comparison: PageComparison | undefined,
  value: string,
  seen: readonly Sighting[],
  labelled: readonly LabelledValue[],
): Sighting | undefined {
  if (comparison === undefined) return undefined;
  const wanted = canonical(comparison.kind, value);
  const beside = labelled.filter((candidate) => candidate.readings.includes(wanted));
  return beside.toSorted((a, b) => b.strength - a.strength)[0] ?? seen[0];
}

function evidenceOf({ page, box, text }: Sighting): Evidence {
  return { page, box, text };
}

function alternativesOf(comparison: PageComparison | undefined, printed: LabelledValue): Alternative[] {
  return [...new Set(printed.readings)].map((reading, _, readings) => ({
    value:
      comparison?.kind === 'amount'
        ? formatUnits(Number(reading))
        : comparison?.kind === 'date'
          ? reading
          : printed.text,
    confidence: (1 - CONTRADICTED) / readings.length,
  }));
}
