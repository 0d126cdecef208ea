import type { FieldName } from '#core/domain/fields';
import type { CandidateKind } from '../candidates/candidate.ts';
import type { LabelRole } from '../candidates/labels.ts';

/** A value found by its label: its kind, its label roles, and the weight of each role. */
export interface LabelSearch {
  readonly name: string;
  readonly kind: CandidateKind | 'text';
  /** Role and weight in (0, 1]; 1 for a label used only for this field. */
  readonly roles: readonly (readonly [role: LabelRole, weight: number])[];
  /** A bare whole number is as good as an amount with cents. */
  readonly bareNumbers?: true;
  /** Minimum score of a value. */
  readonly floor?: number;
}

/** A search for one of the engine's own fields. */
export interface LabelledField extends LabelSearch {
  readonly name: FieldName;
}

/**
 * What the engine searches for in a document type. To add a type, add a file here and a line in `documents/index.ts`.
 */
export interface DocumentSpec {
  readonly labelled: readonly LabelledField[];
  /** Sub-total, tax and total are chosen together. */
  readonly totals: boolean;
  /** Vendor and customer with addresses, tax numbers, IBAN. */
  readonly parties: boolean;
  /** Other names for the parties' fields: a bank statement calls its customer the account holder. */
  readonly rename?: Partial<Readonly<Record<FieldName, FieldName>>>;
}
