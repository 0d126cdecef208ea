import type { Check, FieldValue } from '#core/domain/result';
import { parseLicenceCode } from '../../candidates/licence-code.ts';
import type { PageLayout } from '../../layout/lines.ts';
import type { PageCode, ReadDocument } from '../../model.ts';
import { findSightings, type SightedPage } from '../printed/page-sightings.ts';
import type { SightingKind } from '../printed/printed-values.ts';

/**
 * Confidence of a value that the card prints too, and of one found only in the code, which is protected by Reed-Solomon
 * codes.
 */
const CONFIRMED = 0.99;
const CODE_ALONE = 0.96;

/**
 * Fields that a matching print can prove; names and addresses stay supported, because they are copied, not computed.
 */
const PROVABLE: Readonly<Record<string, SightingKind>> = {
  document_number: 'identifier',
  birth_date: 'date',
  expiry_date: 'date',
  issue_date: 'date',
};

export interface LicenceReading {
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly checks: readonly Check[];
}

/**
 * Returns the fields of the first code of a North American licence (AAMVA), compared with the print; undefined if there
 * is none.
 */
export function resolveLicenceCode(document: ReadDocument, layouts: readonly PageLayout[]): LicenceReading | undefined {
  for (const { page, codes } of document.pages) {
    for (const code of codes ?? []) {
      const licence = code.kind === 'pdf417' ? parseLicenceCode(code.text) : undefined;
      if (licence !== undefined) return compare(licence.values, code, page, layouts);
    }
  }
  return undefined;
}

function compare(
  values: Readonly<Record<string, string>>,
  code: PageCode,
  page: number,
  layouts: readonly PageLayout[],
): LicenceReading {
  const pages: SightedPage[] = layouts.map((layout) => ({ layout, labels: [] }));
  const checks: Check[] = [];
  const fields: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(values)) {
    const kind = PROVABLE[name];
    const printed = findSightings(pages, kind ?? 'phrase', value);
    const proved = kind !== undefined && printed.length > 0;
    const rule = `code_equals_page:${name}`;
    if (proved) checks.push({ rule, ok: true, detail: `${value} in the code of the licence stands on the card too` });
    fields[name] = {
      value,
      confidence: proved ? CONFIRMED : CODE_ALONE,
      state: proved ? 'proved' : 'supported',
      evidence: [
        ...printed.map(({ page: on, box, text }) => ({ page: on, box, text })),
        { page, box: code.box, text: value },
      ],
      checks: proved ? [rule] : [],
      alternatives: [],
      rule: 'licence-code',
    };
  }
  return { fields, checks };
}
