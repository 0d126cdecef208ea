import type { DocumentType } from '#core/domain/document-types';
import type { PageLayout } from '../../layout/lines.ts';
import type { ValueCheck } from '../../validate/value-check.ts';
import type { Choice, Choices } from '../base/choice.ts';
import { resolveTaxForm } from '../tax-form/tax-form.ts';
import { resolveIdLabels } from './id-labels.ts';
import { resolveMrz } from './mrz.ts';

/**
 * Documents whose values stand at fixed places or in a code: tax forms, machine-readable zones. Each is looked for only
 * where a cheap sign speaks for it.
 */
export interface CodedReading {
  /** What the code itself says the document is. */
  readonly documentType?: DocumentType;
  readonly choices: ReadonlyMap<string, Choice>;
  readonly checks: readonly ValueCheck[];
}

/** `type` is what the words of the document speak for; a table of values (CSV, a workbook) is no identity document. */
export function resolveCoded(layouts: readonly PageLayout[], type: DocumentType, isTable: boolean): CodedReading {
  if (type === 'tax_form') {
    const form = resolveTaxForm(layouts);
    // The arithmetic of a form speaks for values; none of its checks is made to fail.
    if (form !== undefined) return { ...form, checks: form.checks.map((check) => ({ ...check, fields: [] })) };
  }
  const zone = isTable ? undefined : resolveMrz(layouts);
  // What the zone says goes over what is printed beside the labels.
  const choices: Choices = type === 'id_document' || zone !== undefined ? resolveIdLabels(layouts) : new Map();
  if (zone === undefined) return { choices, checks: [] };
  for (const [name, choice] of zone.choices) choices.set(name, choice);
  return { documentType: 'id_document', choices, checks: zone.checks };
}
