import { useId } from 'preact/hooks';

export interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  /** Value and words of each choice. */
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
  readonly hint?: string;
}

export function SelectField({ label, value, options, onChange, hint }: SelectFieldProps) {
  const id = useId();
  return (
    <div class="flex flex-col gap-1.5">
      <label for={id} class="font-medium text-sm">
        {label}
      </label>
      <select
        id={id}
        class="input"
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} class="text-ink-faint text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
