import type { DocumentType } from '#core/domain/document-types';
import type { PageLayout } from '../../layout/lines.ts';
import type { ValueCheck } from '../../validate/value-check.ts';
import type { Choice, Choices } from '../base/choice.ts';
import { resolveTaxForm } from '../tax-form/tax-form.ts';
import { resolveIdLabels } from './id-labels.ts';
import { resolveMrz } from './mrz.ts';

/**
 * Documents with values at fixed places or in a code: tax forms, machine-readable zones. Each is searched for only
 * after a cheap check finds signs of it.
 */
export interface CodedReading {
  /** Document type stated by the code. */
  readonly documentType?: DocumentType;
  readonly choices: ReadonlyMap<string, Choice>;
  readonly checks: readonly ValueCheck[];
}

/** `type` is the type suggested by the document's words; a table (CSV, a workbook) is never an identity document. */
export function resolveCoded(layouts: readonly PageLayout[], type: DocumentType, isTable: boolean): CodedReading {
  if (type === 'tax_form') {
    const form = resolveTaxForm(layouts);
    // A form's arithmetic can only confirm values; its checks never fail.
    if (form !== undefined) return { ...form, checks: form.checks.map((check) => ({ ...check, fields: [] })) };
  }
  const zone = isTable ? undefined : resolveMrz(layouts);
  // Values of the zone take precedence over labelled values.
  const choices: Choices = type === 'id_document' || zone !== undefined ? resolveIdLabels(layouts) : new Map();
  if (zone === undefined) return { choices, checks: [] };
  for (const [name, choice] of zone.choices) choices.set(name, choice);
  return { documentType: 'id_document', choices, checks: zone.checks };
}
