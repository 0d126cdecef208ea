import { useId } from 'preact/hooks';
import { Icon } from './icon.tsx';

export interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** What is wrong with it; shown at the field and announced. */
  readonly error?: string | undefined;
  readonly disabled?: boolean;
}

/** Rows it has at least and at most before it scrolls; it grows with what is typed. */
const ROWS = { min: 2, max: 8 } as const;

/** A text of several lines. */
export function TextArea({ label, value, onChange, hint, error, disabled = false }: TextAreaProps) {
  const id = useId();
  const rows = Math.min(ROWS.max, Math.max(ROWS.min, value.split('\n').length));
  return (
    <div class="flex flex-col gap-1.5">
      <label for={id} class="font-medium text-sm">
        {label}
      </label>
      <textarea
        id={id}
        class="input resize-y py-2"
        rows={rows}
        value={value}
        disabled={disabled}
        aria-invalid={error ? 'true' : 'false'}
        aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {error ? (
        <p id={`${id}-error`} class="flex items-start gap-1.5 text-danger text-sm">
          <Icon name="alert" class="mt-0.5 size-4" /> {error}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} class="text-ink-faint text-sm">
            {hint}
          </p>
        )
      )}
    </div>
  );
}
