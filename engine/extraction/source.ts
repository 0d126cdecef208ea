import type { Check, FieldValue, LineItem } from '#core/domain/result';
import type { SchemaTemplate } from '#core/domain/schema-template';
import type { DocumentSpec } from '../documents/field-spec.ts';
import type { ReadDocument } from '../model.ts';
import type { Pace } from '../pace.ts';
import type { ResolveContext } from '../resolve/base/context.ts';
import type { ValueCheck } from '../validate/value-check.ts';
import type { DecidedType } from './decide-type.ts';
import type { Layouts } from './lay-out-pages.ts';

export type Fields = Readonly<Record<string, FieldValue>>;

/** Input of every source. */
export interface SourceInput {
  readonly document: ReadDocument;
  readonly layouts: Layouts['layouts'];
  readonly context: ResolveContext;
  readonly spec: DocumentSpec;
  readonly decided: DecidedType;
  /** The template asked for by the caller. */
  readonly template: SchemaTemplate | undefined;
  readonly pace: Pace;
  /** Words of all pages: the unit of work. */
  readonly words: number;
  readonly report: (share: number) => void;
}

export interface Found {
  readonly fields: Fields;
  readonly checks?: readonly Check[];
  /** Checks that lower the values in them if they fail. */
  readonly valueChecks?: readonly ValueCheck[];
  readonly lineItems?: readonly LineItem[];
  /** The fields replace the known ones instead of adding to them. */
  readonly isWhole?: true;
  /** The template that was applied. */
  readonly template?: SchemaTemplate;
}

/** A source of values. `known` are the fields of all earlier sources. */
export interface Source {
  readonly name: SourceName;
  readonly find: (input: SourceInput, known: Fields) => Found | undefined | Promise<Found | undefined>;
}

export type SourceName =
  | 'printed'
  | 'coded'
  | 'licence'
  | 'payment_code'
  | 'e_invoice'
  | 'bank_file'
  | 'barcode'
  | 'template';
