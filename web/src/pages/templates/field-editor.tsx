import { useEffect, useState } from 'preact/hooks';
import { TEMPLATE_LIMITS, type TemplateFieldKind } from '#core/domain/schema-template';
import { SelectField } from '../../components/select-field.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { BoundField } from '../../state/use-form.ts';
import { FieldChecks } from './field-checks.tsx';
import { KIND_LABELS } from './field-kinds.ts';
import { FieldRow } from './field-row.tsx';
import { type FieldDraft, nameFromLabel, TEXT_PARTS, type TextPart } from './template-draft.ts';

export interface FieldEditorProps {
  readonly field: FieldDraft;
  /** Kind and position, such as "Field 3". */
  readonly title: string;
  readonly kinds: readonly TemplateFieldKind[];
  /** Table columns have no pattern and no list of values, and cannot be required. */
  readonly isColumn: boolean;
  /** The validation message at a place inside the field, such as `labels`. */
  readonly messageAt: (place: string) => string | undefined;
  readonly onChange: (field: FieldDraft) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

export function FieldEditor(props: FieldEditorProps) {
  const { field, title, kinds, isColumn, messageAt, onChange, onMove, onRemove } = props;
  const set = (change: Partial<FieldDraft>) => onChange({ ...field, ...change });
  const bind = (part: TextPart): BoundField => ({
    name: `${part}-${field.key}`,
    value: field[part],
    onChange: (typed) => set({ [part]: typed }),
    error: messageAt(part),
  });
  const suggestName = () => {
    if (field.name === '') set({ name: nameFromLabel(field.labels.split('\n')[0] ?? '') });
  };
  const invalid = TEXT_PARTS.filter((part) => messageAt(part) !== undefined);
  const [open, setOpen] = useState(field.name === '');
  useEffect(() => {
    if (invalid.length > 0) setOpen(true);
  }, [invalid.join()]);
  return (
    <li class="card flex flex-col">
      <FieldRow
        field={field}
        title={title}
        open={open}
        onToggle={() => setOpen(!open)}
        onMove={onMove}
        onRemove={onRemove}
      />
      {open && (
        <div class="flex flex-col gap-4 border-line border-t p-4 sm:p-5">
          <div class="grid items-start gap-4 sm:grid-cols-2">
            <TextArea label="Printed labels" hint="One per line, in any language." {...bind('labels')} />
            <div class="grid gap-4">
              {/* Suggests a name from the first label as soon as the name gets the focus. */}
              <div onFocusIn={suggestName}>
                <TextField
                  label="Name in the result"
                  maxLength={TEMPLATE_LIMITS.fieldName}
                  hint="Lower-case letters, digits and _."
                  {...bind('name')}
                />
              </div>
              <SelectField
                label="Kind"
                value={field.kind}
                options={kinds.map((kind) => [kind, KIND_LABELS[kind]] as const)}
                onChange={(value) => set({ kind: kinds.find((kind) => kind === value) ?? 'text' })}
              />
            </div>
          </div>
          {!isColumn && <FieldChecks field={field} invalid={invalid} bind={bind} onChange={set} />}
        </div>
      )}
    </li>
  );
}
