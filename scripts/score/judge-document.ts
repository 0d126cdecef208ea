import type { ExtractionResult, FieldState, FieldValue } from '#core/domain/result';
import { compareAny, type ValueType } from './compare-value.ts';
import { type FieldTypes, fieldType, returnedNames } from './field-types.ts';
import { type CandidatesOfType, candidatesOf, isAmongCandidates } from './judge-candidates.ts';
import { judgeGrounding, type PlacedWord } from './judge-grounding.ts';
import { judgeLineItems, type LineItemScore } from './judge-line-items.ts';
import type { Truth } from './truth.ts';

export interface FieldScore {
  readonly field: string;
  readonly type: ValueType;
  /** `false_positive`: a value for a field that the document does not contain. */
  readonly verdict: 'right' | 'wrong' | 'missing' | 'false_positive';
  /** In [0, 1]; for names, texts and addresses the similarity. */
  readonly score: number;
  readonly noisy: boolean;
  readonly expected: string;
  readonly returned?: string;
  readonly state?: FieldState;
  readonly confidence?: number;
  /** Word-level F1 of the place; absent if the place is unknown. */
  readonly grounding?: number;
  /** The true value is among the candidates found on the pages; absent for names, addresses and free text. */
  readonly candidate?: boolean;
  /** The same characters as the source's own label; only where the truth has `raw`. */
  readonly strict?: boolean;
}

export interface DocumentScore {
  readonly id: string;
  readonly set: string;
  /** Issuer or template of the document; the document's own id if the truth names none. */
  readonly family: string;
  /** ISO 639-1, if the truth names it. */
  readonly language?: string;
  /** Pages with embedded text, pages that had to be recognised, or no pages at all (XML, unreadable files). */
  readonly origin: 'digital' | 'picture' | 'no page';
  readonly fields: readonly FieldScore[];
  readonly allRight: boolean;
  readonly lineItems?: LineItemScore;
  readonly expectedType: string;
  readonly returnedType: string;
  readonly typeRight: boolean;
}

/** Our types that the corpus groups under a broader name. */
export const CORPUS_TYPE: Readonly<Record<string, string>> = {
  credit_note: 'invoice',
  card_statement: 'bank_statement',
  contract: 'other',
  hearing_transcript: 'other',
};

/** Scores one finished extraction against its truth; only labelled fields count. */
export function judgeDocument(
  set: string,
  truth: Truth,
  result: ExtractionResult,
  words: readonly PlacedWord[],
  types: FieldTypes,
  read: readonly PlacedWord[] = words,
): DocumentScore {
  const candidates = candidatesOf(read);
  const labelled = Object.entries(truth.fields).map(([field, expected]) =>
    judgeField(field, expected, truth, result, words, candidates, types),
  );
  const falsePositives = truth.absent.flatMap((field) => {
    const value = result.fields[field];
    return value ? [falsePositive(field, value, types)] : [];
  });
  const fields = [...labelled, ...falsePositives];
  const type = result.document_type;
  return {
    id: truth.id,
    set,
    ...familyOf(truth),
    origin: originOf(result),
    fields,
    allRight: fields.every((field) => field.verdict === 'right'),
    ...(truth.line_items && {
      lineItems: judgeLineItems(
        truth.line_items,
        truth.line_items_complete,
        result.line_items,
        truth.text_without_spaces,
      ),
    }),
    expectedType: truth.doc_type,
    returnedType: type,
    typeRight: isRightType(truth, type),
  };
}

function familyOf({ id, group, language }: Truth): Pick<DocumentScore, 'family' | 'language'> {
  return { family: group ?? id, ...(language !== undefined && { language }) };
}

function originOf({ pages }: ExtractionResult): DocumentScore['origin'] {
  if (pages.some(({ source }) => source === 'ocr')) return 'picture';
  return pages.length === 0 ? 'no page' : 'digital';
}

function isRightType(truth: Truth, type: string): boolean {
  const returned = [type, CORPUS_TYPE[type]].filter((name) => name !== undefined);
  const accepted = [truth.doc_type, truth.doc_subtype, ...truth.doc_type_accept];
  return returned.some((name) => accepted.includes(name));
}

function judgeField(
  field: string,
  expected: string,
  truth: Truth,
  result: ExtractionResult,
  words: readonly PlacedWord[],
  candidates: CandidatesOfType,
  types: FieldTypes,
): FieldScore {
  const type = fieldType(field, types);
  const accepted = [expected, ...(truth.accept[field] ?? [])];
  const noisy = truth.noisy_fields.includes(field);
  const candidate = isAmongCandidates(type, accepted, candidates);
  const base = { field, type, noisy, expected, ...(candidate !== undefined && { candidate }) };
  let best: { value: FieldValue; right: boolean; score: number } | undefined;
  for (const name of returnedNames(field)) {
    const value = result.fields[name];
    if (!value) continue;
    const comparison = compareAny(type, value.value, accepted, { withoutSpaces: truth.text_without_spaces });
    if (!best || comparison.score > best.score) best = { value, ...comparison };
  }
  const raw = truth.raw?.[field];
  if (!best) return { ...base, verdict: 'missing', score: 0, ...(raw !== undefined && { strict: false }) };
  const grounding = judgeGrounding(type, expected, best.value.evidence, words);
  const printed = best.value.evidence.map((item) => item.text).join(' ');
  return {
    ...base,
    verdict: best.right ? 'right' : 'wrong',
    score: best.score,
    returned: best.value.value,
    state: best.value.state,
    confidence: best.value.confidence,
    ...(grounding !== undefined && { grounding }),
    ...(raw !== undefined && { strict: raw === best.value.value || raw === printed }),
  };
}

function falsePositive(field: string, value: FieldValue, types: FieldTypes): FieldScore {
  return {
    field,
    type: fieldType(field, types),
    verdict: 'false_positive',
    score: 0,
    noisy: false,
    expected: '',
    returned: value.value,
    state: value.state,
    confidence: value.confidence,
  };
}

/** The score of an unreadable document: every labelled field and row is missing. */
export function judgeUnread(set: string, truth: Truth, types: FieldTypes): DocumentScore {
  return {
    id: truth.id,
    set,
    ...familyOf(truth),
    origin: 'no page',
    fields: Object.entries(truth.fields).map(([field, expected]) => ({
      field,
      type: fieldType(field, types),
      verdict: 'missing',
      score: 0,
      noisy: truth.noisy_fields.includes(field),
      expected,
    })),
    allRight: false,
    ...(truth.line_items && { lineItems: judgeLineItems(truth.line_items, truth.line_items_complete, []) }),
    expectedType: truth.doc_type,
    returnedType: 'error',
    typeRight: false,
  };
}
