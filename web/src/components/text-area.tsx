import { useId } from 'preact/hooks';
import { FieldFrame, type FieldTexts, frameAttributes } from './field-frame.tsx';

export interface TextAreaProps extends FieldTexts {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Height in rows: it grows with the text, then scrolls. */
const ROWS = { min: 2, max: 8 } as const;

export function TextArea({ name, value, onChange, ...texts }: TextAreaProps) {
  const id = useId();
  return (
    <FieldFrame id={id} {...texts}>
      <textarea
        id={id}
        name={name}
        class="input resize-y py-2"
        rows={Math.min(ROWS.max, Math.max(ROWS.min, value.split('\n').length))}
        value={value}
        {...frameAttributes(id, texts)}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </FieldFrame>
  );
}
