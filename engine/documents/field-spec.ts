import type { FieldName } from '#core/domain/fields';
import type { CandidateKind } from '../candidates/candidate.ts';
import type { LabelRole } from '../candidates/labels.ts';

/** A value found by its label: which kind of value, under which labels, how much each label counts. */
export interface LabelSearch {
  readonly name: string;
  readonly kind: CandidateKind | 'text';
  /** Role and weight in (0, 1]; 1 for a label that means this field and nothing else. */
  readonly roles: readonly (readonly [role: LabelRole, weight: number])[];
  /** A bare whole number is as good a value as an amount with cents. */
  readonly bareNumbers?: true;
  /** Below this score no value is given. */
  readonly floor?: number;
}

/** A search for one of the engine's own fields. */
export interface LabelledField extends LabelSearch {
  readonly name: FieldName;
}

/** What the engine looks for in a document type. A new type adds a file here and a line in `documents/index.ts`. */
export interface DocumentSpec {
  readonly labelled: readonly LabelledField[];
  /** Sub-total, tax and total are chosen together. */
  readonly totals: boolean;
  /** Vendor and customer with addresses, tax numbers, IBAN. */
  readonly parties: boolean;
  /** Other names for the parties' fields: a bank statement calls its customer the account holder. */
  readonly rename?: Partial<Readonly<Record<FieldName, FieldName>>>;
}
