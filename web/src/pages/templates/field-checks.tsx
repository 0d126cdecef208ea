import { TEMPLATE_LIMITS } from '#core/domain/schema-template';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { BoundField } from '../../state/use-form.ts';
import type { FieldDraft, TextPart } from './template-draft.ts';

export interface FieldChecksProps {
  readonly field: FieldDraft;
  /** The parts with a validation message. */
  readonly invalid: readonly TextPart[];
  readonly bind: (part: 'pattern' | 'list') => BoundField;
  readonly onChange: (change: Pick<FieldDraft, 'required'>) => void;
}

/** What a field is checked against: presence, a pattern, a list of values. */
export function FieldChecks({ field, invalid, bind, onChange }: FieldChecksProps) {
  const used = field.pattern !== '' || field.list !== '';
  return (
    <>
      <label class="flex w-fit cursor-pointer items-center gap-2.5">
        <input
          type="checkbox"
          class="size-4 accent-accent"
          checked={field.required}
          onChange={({ currentTarget }) => onChange({ required: currentTarget.checked })}
        />
        Required: documents without it need review
      </label>
      <details open={used || invalid.some((part) => part === 'pattern' || part === 'list')}>
        <summary class="w-fit cursor-pointer text-ink-soft text-sm">Value checks</summary>
        <div class="mt-3 grid items-start gap-4 sm:grid-cols-2">
          <TextField
            label="Pattern"
            maxLength={TEMPLATE_LIMITS.pattern}
            optional
            hint="A regular expression for the whole value, such as [A-Z]{2}\d{4}."
            {...bind('pattern')}
          />
          <TextArea label="Allowed values" hint="One per line. Leave empty to allow any." {...bind('list')} />
        </div>
      </details>
    </>
  );
}
