import { useEffect, useRef, useState } from 'preact/hooks';
import type { TemplateBody } from '#core/contract/templates';
import { DOCUMENT_TYPES } from '#core/domain/document-types';
import { TEMPLATE_FAMILIES, TEMPLATE_FIELD_KINDS } from '#core/domain/schema-template';
import { NameField } from '../../components/account-fields.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { useForm } from '../../state/use-form.ts';
import { TYPE_LABELS } from '../../wording/document-words.ts';
import { FieldListEditor } from './field-list-editor.tsx';
import { bodyOf, COLUMN_KINDS, type TemplateDraft } from './template-draft.ts';

export interface TemplateFormProps {
  readonly start: TemplateDraft;
  readonly action: string;
  readonly onSave: (body: TemplateBody) => Promise<void>;
}

/** Creates or edits a template. */
export function TemplateForm({ start, action, onSave }: TemplateFormProps) {
  const [dirty, setDirty] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const form = useForm({
    start,
    submit: async (draft) => {
      await onSave(bodyOf(draft));
      setDirty(false);
    },
  });
  const { values, busy, failure, messages } = form;
  const set = (change: Partial<TemplateDraft>) => form.set(change);
  useEffect(() => setDirty(values !== start), [values]);
  // The first invalid field may be far above the submit button.
  useEffect(() => {
    if (messages.size > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [busy]);
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [dirty]);
  return (
    <form ref={element} class="flex flex-col gap-8" onSubmit={form.submit}>
      <div class="card flex flex-col gap-4 p-5">
        <div class="grid items-start gap-4 sm:grid-cols-2">
          <NameField {...form.field('name')} />
          <SelectField
            label="Family"
            value={values.family}
            options={TEMPLATE_FAMILIES.map((family) => [family, family] as const)}
            onChange={(value) => set({ family: TEMPLATE_FAMILIES.find((each) => each === value) ?? 'trade' })}
          />
          <SelectField
            label="Document type"
            value={values.documentType}
            options={DOCUMENT_TYPES.map((type) => [type, TYPE_LABELS[type]] as const)}
            onChange={(value) => set({ documentType: DOCUMENT_TYPES.find((each) => each === value) ?? 'other' })}
            hint="The document type in the result."
          />
          <TextArea label="Titles" hint="Titles printed on such documents, one per line." {...form.field('titles')} />
        </div>
        <label class="flex w-fit cursor-pointer items-center gap-2.5">
          <input
            type="checkbox"
            class="size-4 accent-accent"
            checked={values.onlyOwnFields}
            onChange={({ currentTarget }) => set({ onlyOwnFields: currentTarget.checked })}
          />
          Return these fields only, without those of the document type
        </label>
      </div>
      <FieldListEditor
        title="Fields"
        one="Field"
        hint="What to extract, and the printed labels to look for. Fields that the engine knows by name need no labels."
        fields={values.fields}
        kinds={TEMPLATE_FIELD_KINDS}
        isColumn={false}
        place="fields"
        messages={messages}
        onChange={(fields) => set({ fields })}
      />
      <FieldListEditor
        title="Table"
        one="Column"
        hint="Columns of the table that becomes the line items, by their printed headings. At least two, or none."
        fields={values.columns}
        kinds={COLUMN_KINDS}
        isColumn
        place="table.columns"
        messages={messages}
        onChange={(columns) => set({ columns })}
      />
      <div class="sticky bottom-0 flex flex-col gap-3 border-line border-t bg-canvas py-3">
        <FormFailure failure={failure} />
        {messages.size > 0 && (
          <p class="text-danger text-sm" role="alert">
            Not saved: {messages.size === 1 ? 'one field needs' : `${messages.size} fields need`} your attention.
          </p>
        )}
        <div class="flex flex-wrap items-center justify-end gap-2">
          {dirty && <span class="mr-auto hidden text-ink-soft text-sm sm:block">Unsaved changes</span>}
          <a class="button" href="/templates">
            Back
          </a>
          <button type="submit" class="button button-primary" aria-disabled={busy}>
            {action}
          </button>
        </div>
      </div>
    </form>
  );
}
