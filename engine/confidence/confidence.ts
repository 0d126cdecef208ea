import { isProvable as isProvableField } from '#core/domain/fields';
import type { FieldValue, LineItem, PageInfo, ReadState } from '#core/domain/result';
import { spanBox, spanText } from '../layout/lines.ts';
import type { Word } from '../model.ts';
import type { Choice } from '../resolve/base/choice.ts';
import { mostWithSignals } from '../resolve/base/signals.ts';
import { isRecognised, isSurelyRead } from '../resolve/printed/sure-reading.ts';
import { CONTRADICTED } from '../validate/contradictions.ts';
import { calibrated } from './calibrate.ts';

/** Minimum probability at which a value with an independent check is proved. */
export const PROVED_FROM = 0.98;
/** Minimum probability at which a value is supported. */
const SUPPORTED_FROM = 0.9;

/** Maximum probability of a value with two remaining readings; it is not calibrated. */
export const OPEN_READING = 0.6;

/** Maximum probability of a value without proof. */
const MOST_UNPROVED = 0.97;

/** Maximum probability of a value without a known label, so that it needs review. */
const MOST_UNLABELLED = 0.89;

/**
 * Probability of a choice: the score of its reading, moved towards 1 by an independent check and capped if two readings
 * remain. The constants are set by hand; `calibrate.ts` converts them into measured shares.
 */
export function probabilityOf(choice: Choice): number {
  if (choice.ambiguous) return Math.min(choice.score, OPEN_READING);
  if (choice.measured !== undefined)
    return Math.min(choice.measured, sureEnough(choice) ? MOST_UNLABELLED : UNSURE_LETTERS);
  const base = Math.min(MOST_UNPROVED, choice.score >= 0.75 ? 0.9 + (choice.score - 0.75) * 0.28 : choice.score * 1.15);
  if (choice.proof && isProvable(choice)) return Math.max(0.985, base);
  const checked = choice.checks.length > 0 ? Math.min(MOST_UNPROVED, base + 0.02) : base;
  return sureEnough(choice) ? checked : Math.min(checked, UNSURE_LETTERS);
}

/** Confidence of a recognised word below which its letters are a guess, and the maximum for such a value. */
const UNSURE_WORD = 0.6;
const UNSURE_LETTERS = 0.8;

/** Checks whose check digits cover every digit of the value. */
const CHECKSUM = /^(?:iban|tax_id|mrz):/;

/**
 * A sum can hold with misread digits (another amount may be misread too). Recognised text is therefore proved only if
 * two different readers agree, or if the check is a checksum over the value itself.
 */
function isProvable(choice: Choice): boolean {
  return choice.spans.every(isSurelyRead) || choice.checks.some((rule) => CHECKSUM.test(rule));
}

function sureEnough(choice: Choice): boolean {
  return wordsOf(choice).every(({ confidence }) => confidence === undefined || confidence >= UNSURE_WORD);
}

function wordsOf({ spans }: Choice): readonly Word[] {
  return spans.flatMap(({ segment, start, end }) => segment.words.slice(start, end));
}

export function stateOf(field: string, choice: Choice, probability: number): ReadState {
  if (choice.ambiguous || choice.doubted) return 'needs_review';
  if (choice.proof && isProvable(choice) && probability >= PROVED_FROM && isProvableField(field)) return 'proved';
  return probability >= SUPPORTED_FROM ? 'supported' : 'needs_review';
}

/** The wire form of a choice, with exact word boxes. */
export function toFieldValue(field: string, choice: Choice): FieldValue {
  const raw = probabilityOf(choice);
  const fitted = !(choice.proof && isProvable(choice)) && !choice.ambiguous && choice.measured === undefined;
  const probability = fitted ? calibrated(field, choice.spans.some(isRecognised) ? 'ocr' : 'text', raw) : raw;
  const most = choice.doubted ? CONTRADICTED : isProvableField(field) ? 1 : MOST_UNPROVED;
  const capped = Math.min(probability, most, fitted || choice.measured !== undefined ? mostWithSignals(choice) : 1);
  return {
    value: choice.value,
    confidence: Math.round(capped * 1000) / 1000,
    state: stateOf(field, choice, capped),
    evidence: choice.spans.map((span) => ({
      page: span.segment.page,
      box: spanBox(span),
      text: spanText(span),
    })),
    checks: choice.checks,
    alternatives: choice.alternatives,
    rule: choice.rule,
  };
}

/** Row cells on a recognised page are never proved: products and sums do not detect every misread digit. */
export function withoutProofOnPictures(item: LineItem, pages: readonly PageInfo[]): LineItem {
  const recognised = new Set(pages.filter(({ source }) => source === 'ocr').map(({ page }) => page));
  if (recognised.size === 0) return item;
  const onPicture = ({ evidence }: FieldValue) => evidence.some(({ page }) => page !== null && recognised.has(page));
  return Object.fromEntries(
    Object.entries(item).map(([name, cell]) => [
      name,
      cell.state === 'proved' && onPicture(cell)
        ? { ...cell, state: 'supported' as const, confidence: Math.min(cell.confidence, MOST_UNPROVED) }
        : cell,
    ]),
  );
}

/** The wire form of all choices. */
export function fieldValues(choices: ReadonlyMap<string, Choice>): Record<string, FieldValue> {
  return Object.fromEntries([...choices].map(([name, choice]) => [name, toFieldValue(name, choice)]));
}
