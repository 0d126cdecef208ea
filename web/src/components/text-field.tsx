import type { ComponentProps } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

export interface TextFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autocomplete: string;
  readonly type?: 'text' | 'email' | 'password' | 'date';
  readonly hint?: string;
  /** What is wrong with it; shown at the field and announced. */
  readonly error?: string | undefined;
  readonly maxLength?: number;
  readonly autofocus?: boolean;
  /** It may stay empty. */
  readonly optional?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { label, name, value, onChange, autocomplete, type = 'text', hint, error, maxLength } = props;
  const id = useId();
  const [shown, setShown] = useState(false);
  const secret = type === 'password';
  const described = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  const input = {
    id,
    class: `input ${secret ? 'pr-11' : ''}`,
    name,
    value,
    required: props.optional !== true,
    autocomplete,
    maxLength,
    autofocus: props.autofocus ?? false,
    'aria-invalid': error ? ('true' as const) : ('false' as const),
    'aria-describedby': described,
    onInput: (event: InputEvent & { readonly currentTarget: HTMLInputElement }) => onChange(event.currentTarget.value),
  };
  return (
    <div class="flex flex-col gap-1.5">
      <label for={id} class="font-medium text-sm">
        {label}
      </label>
      <div class="relative">
        <TypedInput kind={secret && shown ? 'text' : type} rest={input} />
        {secret && (
          <button
            type="button"
            class="absolute inset-y-0 right-0 grid w-10 cursor-pointer place-items-center rounded-r-lg text-ink-soft hover:text-ink"
            aria-label={shown ? 'Hide the password' : 'Show the password'}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            <Icon name={shown ? 'eye-off' : 'eye'} />
          </button>
        )}
      </div>
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

interface TypedInputProps {
  readonly kind: 'text' | 'email' | 'password' | 'date';
  readonly rest: Omit<ComponentProps<'input'>, 'type' | 'role' | 'list'>;
}

/** The types of the view library tell inputs apart by a literal type; the element stays the same one. */
function TypedInput({ kind, rest }: TypedInputProps) {
  switch (kind) {
    case 'email':
      return <input {...rest} type="email" />;
    case 'password':
      return <input {...rest} type="password" />;
    case 'date':
      return <input {...rest} type="date" />;
    case 'text':
      return <input {...rest} type="text" />;
  }
}
