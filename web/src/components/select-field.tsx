import { useId } from 'preact/hooks';
import { FieldFrame, type FieldTexts, frameAttributes } from './field-frame.tsx';

export interface SelectFieldProps extends FieldTexts {
  readonly name?: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

export function SelectField({ name, value, options, onChange, ...texts }: SelectFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} {...texts}>
      <select
        id={id}
        name={name}
        class="input"
        value={value}
        {...frameAttributes(id, texts)}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map(([key, label]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
