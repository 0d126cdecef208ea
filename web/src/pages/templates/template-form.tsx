import { useEffect, useRef, useState } from 'preact/hooks';
import type { TemplateBody } from '#core/contract/templates';
import { DOCUMENT_TYPES } from '#core/domain/document-types';
import { TEMPLATE_FAMILIES, TEMPLATE_FIELD_KINDS } from '#core/domain/schema-template';
import { FormFailure } from '../../components/form-failure.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useSubmit } from '../../state/use-submit.ts';
import { TYPE_LABELS } from '../../wording/document-words.ts';
import { FieldListEditor } from './field-list-editor.tsx';
import { bodyOf, COLUMN_KINDS, type TemplateDraft } from './template-draft.ts';

export interface TemplateFormProps {
  readonly start: TemplateDraft;
  readonly action: string;
  readonly onSave: (body: TemplateBody) => Promise<void>;
}

/** What to look for in a kind of document. */
export function TemplateForm({ start, action, onSave }: TemplateFormProps) {
  const [draft, setDraft] = useState(start);
  const [dirty, setDirty] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const set = (change: Partial<TemplateDraft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setDirty(true);
  };
  const { busy, failure, places, submit } = useSubmit(async () => {
    await onSave(bodyOf(draft));
    setDirty(false);
  });
  // What is wrong may lie far above the button.
  useEffect(() => {
    if (places.size > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [busy]);
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [dirty]);
  return (
    <form ref={form} class="flex flex-col gap-8" onSubmit={submit}>
      <div class="card flex flex-col gap-4 p-5">
        <div class="grid items-start gap-4 sm:grid-cols-2">
          <TextField
            label="Name"
            name="template-name"
            autocomplete="off"
            maxLength={100}
            value={draft.name}
            onChange={(name) => set({ name })}
            error={places.get('name')}
          />
          <SelectField
            label="Family"
            value={draft.family}
            options={TEMPLATE_FAMILIES.map((family) => [family, family] as const)}
            onChange={(value) => set({ family: TEMPLATE_FAMILIES.find((each) => each === value) ?? 'trade' })}
          />
          <SelectField
            label="Document type"
            value={draft.documentType}
            options={DOCUMENT_TYPES.map((type) => [type, TYPE_LABELS[type]] as const)}
            onChange={(value) => set({ documentType: DOCUMENT_TYPES.find((each) => each === value) ?? 'other' })}
            hint="What the result says the document is."
          />
          <TextArea
            label="Titles"
            value={draft.titles}
            onChange={(titles) => set({ titles })}
            hint="What is printed on top of such documents, one to a line."
            error={places.get('titles')}
          />
        </div>
        <label class="flex w-fit cursor-pointer items-center gap-2.5">
          <input
            type="checkbox"
            class="size-4 accent-accent"
            checked={draft.onlyOwnFields}
            onChange={({ currentTarget }) => set({ onlyOwnFields: currentTarget.checked })}
          />
          The result holds these fields alone, not those of the document type
        </label>
      </div>
      <FieldListEditor
        title="Fields"
        one="Field"
        hint="What to find, and by which printed labels. A field that the engine knows by name needs no label."
        fields={draft.fields}
        kinds={TEMPLATE_FIELD_KINDS}
        isColumn={false}
        place="fields"
        messages={places}
        onChange={(fields) => set({ fields })}
      />
      <FieldListEditor
        title="Table"
        one="Column"
        hint="Columns of the table that becomes the line items, by their printed headings; two at least, or none."
        fields={draft.columns}
        kinds={COLUMN_KINDS}
        isColumn
        place="table.columns"
        messages={places}
        onChange={(columns) => set({ columns })}
      />
      <div class="sticky bottom-0 flex flex-col gap-3 border-line border-t bg-canvas py-3">
        <FormFailure failure={failure} />
        {places.size > 0 && (
          <p class="text-danger text-sm" role="alert">
            Not saved: {places.size === 1 ? 'one entry is' : `${places.size} entries are`} marked above.
          </p>
        )}
        <div class="flex flex-wrap items-center justify-end gap-2">
          {dirty && <span class="mr-auto hidden text-ink-soft text-sm sm:block">Not saved yet</span>}
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
