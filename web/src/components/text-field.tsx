import type { ComponentProps } from 'preact';
import { useId, useState } from 'preact/hooks';
import { FieldFrame, type FieldTexts, frameAttributes } from './field-frame.tsx';
import { Icon } from './icon.tsx';

type TextType = 'text' | 'email' | 'password' | 'date';

export interface TextFieldProps extends FieldTexts {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autocomplete?: string;
  readonly type?: TextType;
  readonly maxLength?: number;
  readonly autofocus?: boolean;
  /** May be left empty. */
  readonly optional?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, name, value, onChange, autocomplete = 'off', type = 'text', maxLength } = props;
  const id = useId();
  const [shown, setShown] = useState(false);
  const secret = type === 'password';
  const input = {
    id,
    class: `input ${secret ? 'pr-11' : ''}`,
    name,
    value,
    required: props.optional !== true,
    autocomplete,
    maxLength,
    autofocus: props.autofocus ?? false,
    ...frameAttributes(id, props),
    onInput: (event: InputEvent & { readonly currentTarget: HTMLInputElement }) => onChange(event.currentTarget.value),
  };
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <div class="relative">
        <TypedInput type={secret && shown ? 'text' : type} rest={input} />
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
    </FieldFrame>
  );
}

interface TypedInputProps {
  readonly type: TextType;
  readonly rest: Omit<ComponentProps<'input'>, 'type' | 'role' | 'list'>;
}

/** Preact's types want a literal `type`; the DOM element stays the same when it changes. */
function TypedInput({ type, rest }: TypedInputProps) {
  switch (type) {
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
