import { FIELDS } from '#core/domain/fields';
import { SelectField } from '../../components/select-field.tsx';
import { fieldLabel } from '../../wording/field-words.ts';

const NAMES: readonly string[] = FIELDS.map(({ name }) => name);

/** Names of fields with their labels, by label. A name that the product does not know stays, as in a template. */
export function fieldOptions(also: readonly string[] = []): readonly (readonly [string, string])[] {
  return [...new Set([...NAMES, ...also])]
    .map((name) => [name, fieldLabel(name)] as const)
    .toSorted(([, a], [, b]) => a.localeCompare(b));
}

export interface FieldSelectProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  /** Label of the first option, which stands for no field. */
  readonly none?: string;
}

export function FieldSelect({ none, ...field }: FieldSelectProps) {
  const options = fieldOptions(field.value === '' ? [] : [field.value]);
  return <SelectField {...field} options={none === undefined ? options : [['', none], ...options]} />;
}
