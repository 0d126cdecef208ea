import type { Check, Evidence, FieldValue } from '#core/domain/result';
import type { ReadDocument } from '../../model.ts';

/**
 * Confidence of a number repeated in a barcode: its check character matches, and OCR and barcode make different errors.
 */
const CONFIRMED = 0.99;
/** Shorter numbers occur in many codes by chance. */
const MIN_LENGTH = 5;
const NUMBERS = /_(?:number|reference|id)$/;

export interface BarcodeNumbers {
  /** Fields proved by a barcode. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly checks: readonly Check[];
}

/**
 * Proves numbers that a Code 128 on the document repeats character for character. Codes with other content prove
 * nothing. A code does not show which field a number belongs to, so the number also needs a clear label.
 */
export function proveByBarcodes(fields: Readonly<Record<string, FieldValue>>, document: ReadDocument): BarcodeNumbers {
  const codes = document.pages.flatMap(({ page, codes: own = [] }) =>
    own.flatMap(({ kind, text, box }) =>
      kind === 'code128' ? [{ key: compacted(text), place: { page, box, text } }] : [],
    ),
  );
  const proved: Record<string, FieldValue> = {};
  const checks: Check[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const wanted = compacted(field.value);
    if (!NUMBERS.test(name) || wanted.length < MIN_LENGTH || field.state === 'needs_review') continue;
    const code = codes.find(({ key }) => key === wanted);
    if (code === undefined) continue;
    const rule = `code_equals_page:${name}`;
    checks.push({ rule, ok: true, detail: `${field.value} stands in a barcode too` });
    proved[name] = withProof(field, rule, code.place);
  }
  return { fields: proved, checks };
}

function withProof(field: FieldValue, rule: string, place: Evidence): FieldValue {
  return {
    ...field,
    confidence: CONFIRMED,
    state: 'proved',
    evidence: [...field.evidence, place],
    checks: [...field.checks, rule],
  };
}

function compacted(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}
