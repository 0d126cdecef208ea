import { useEffect, useRef, useState } from 'preact/hooks';
import type { TemplateFieldKind } from '#core/domain/schema-template';
import { messageAt } from '../../api/problems.ts';
import { Icon } from '../../components/icon.tsx';
import { Section } from '../../components/section.tsx';
import { FieldEditor } from './field-editor.tsx';
import { emptyField, type FieldDraft, moved } from './template-draft.ts';

export interface FieldListEditorProps {
  readonly title: string;
  /** The name of one entry: "Field", "Column". */
  readonly one: string;
  readonly hint: string;
  readonly fields: readonly FieldDraft[];
  readonly kinds: readonly TemplateFieldKind[];
  readonly isColumn: boolean;
  /** Its place in the request body, such as `fields`. */
  readonly place: string;
  readonly messages: ReadonlyMap<string, string>;
  readonly onChange: (fields: readonly FieldDraft[]) => void;
}

export function FieldListEditor(props: FieldListEditorProps) {
  const { title, one, hint, fields, kinds, isColumn, place, messages, onChange } = props;
  const rows = useRef<HTMLOListElement>(null);
  const [added, setAdded] = useState(0);
  useEffect(() => {
    if (added > 0) rows.current?.lastElementChild?.querySelector('textarea')?.focus();
  }, [added]);
  const add = () => {
    onChange([...fields, emptyField()]);
    setAdded(added + 1);
  };
  return (
    <Section title={title}>
      <div class="flex flex-col gap-3">
        <p class="text-ink-soft text-sm">{hint}</p>
        {messages.has(place) && (
          <p class="text-danger text-sm" role="alert">
            {messages.get(place)}
          </p>
        )}
        <ol ref={rows} class="flex flex-col gap-3">
          {fields.map((field, at) => (
            <FieldEditor
              key={field.key}
              field={field}
              title={`${one} ${at + 1}`}
              kinds={kinds}
              isColumn={isColumn}
              messageAt={(part) => messageAt(messages, `${place}.${at}.${part}`)}
              onChange={(changed) => onChange(fields.with(at, changed))}
              onMove={(step) => onChange(moved(fields, at, step))}
              onRemove={() => onChange(fields.toSpliced(at, 1))}
            />
          ))}
        </ol>
        <button type="button" class="button self-start" onClick={add}>
          <Icon name="plus" /> Add a {one.toLowerCase()}
        </button>
      </div>
    </Section>
  );
}
