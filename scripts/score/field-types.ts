import { z } from 'zod';
import { VALUE_TYPES, type ValueType } from './compare-value.ts';

export type FieldTypes = Readonly<Record<string, ValueType>>;

const fieldTypesSchema = z.record(z.string(), z.enum(VALUE_TYPES));

export function parseFieldTypes(json: unknown): FieldTypes {
  return fieldTypesSchema.parse(json);
}

/** The type of a field: from the corpus's own table, else from the suffix of its name, else an identifier. */
export function fieldType(field: string, table: FieldTypes): ValueType {
  const listed = table[field];
  if (listed) return listed;
  if (/_amount$/.test(field)) return 'amount';
  if (/_date$/.test(field)) return 'date';
  if (/_time$/.test(field)) return 'time';
  if (/_name$/.test(field)) return 'name';
  if (/_address$/.test(field)) return 'address';
  if (/_phone$/.test(field)) return 'phone';
  return 'id';
}

/** Further returned field names accepted for a labelled field (corpus README, adbuy). */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  reference_number: ['reference_number', 'invoice_number', 'order_number', 'contract_number', 'purchase_order_number'],
  gross_amount: ['gross_amount', 'total_amount', 'subtotal_amount'],
};

export function returnedNames(field: string): readonly string[] {
  return ALIASES[field] ?? [field];
}

const COLUMN_TYPES: Readonly<Record<string, ValueType>> = {
  description: 'text',
  product_code: 'id',
  date: 'date',
  service_date: 'date',
};

/** The type of a line item's cell; numbers are compared as amounts. */
export function columnType(column: string): ValueType {
  return COLUMN_TYPES[column] ?? 'amount';
}
