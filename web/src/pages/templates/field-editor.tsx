import { useEffect, useState } from 'preact/hooks';
import type { TemplateFieldKind } from '#core/domain/schema-template';
import { Icon } from '../../components/icon.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type FieldDraft, nameFromLabel } from './template-draft.ts';

export interface FieldEditorProps {
  readonly field: FieldDraft;
  /** What it is and where it stands, such as "Field 3". */
  readonly title: string;
  readonly kinds: readonly TemplateFieldKind[];
  /** A column of a table has neither pattern nor list, and is never required. */
  readonly isColumn: boolean;
  /** The message at a place in it, such as `labels`. */
  readonly messageAt: (place: string) => string | undefined;
  readonly onChange: (field: FieldDraft) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

export function FieldEditor(props: FieldEditorProps) {
  const { field, title, kinds, isColumn, messageAt, onChange, onMove, onRemove } = props;
  const set = (change: Partial<FieldDraft>) => onChange({ ...field, ...change });
  /** A field without a name takes it from the first label that is typed. */
  const nameIt = () => {
    if (field.name === '') set({ name: nameFromLabel(field.labels.split('\n')[0] ?? '') });
  };
  const wrong = (['labels', 'name', 'pattern', 'list'] as const).filter((part) => messageAt(part) !== undefined);
  const checked = field.pattern !== '' || field.list !== '';
  const [open, setOpen] = useState(field.name === '');
  useEffect(() => {
    if (wrong.length > 0) setOpen(true);
  }, [wrong.join()]);
  return (
    <li class="card flex flex-col">
      <div class="flex items-center gap-1 py-2 pr-2 pl-4 sm:pl-5">
        <h3 class="min-w-0 flex-1">
          <button
            type="button"
            class="flex w-full cursor-pointer items-center gap-2 py-1 text-left"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <Icon name="chevron-right" class={`size-4 ${open ? 'rotate-90' : ''}`} />
            <span class="min-w-0">
              <span class="block truncate">
                {title} <span class="font-mono text-sm">{field.name}</span>
              </span>
              <span class="block truncate font-normal text-ink-faint text-sm">
                {KIND_WORDS[field.kind]}
                {field.required && ', required'}
                {field.labels !== '' && ` · ${field.labels.trim().replaceAll('\n', ' · ')}`}
              </span>
            </span>
          </button>
        </h3>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label={`Move ${title} up`}
          onClick={() => onMove(-1)}
        >
          <Icon name="chevron-down" class="size-4 rotate-180" />
        </button>
        <button
          type="button"
          class="button button-quiet button-icon"
          aria-label={`Move ${title} down`}
          onClick={() => onMove(1)}
        >
          <Icon name="chevron-down" />
        </button>
        <button type="button" class="button button-quiet button-icon" aria-label={`Remove ${title}`} onClick={onRemove}>
          <Icon name="close" />
        </button>
      </div>
      {open && (
        <div class="flex flex-col gap-4 border-line border-t p-4 sm:p-5">
          <div class="grid items-start gap-4 sm:grid-cols-2">
            <TextArea
              label="Printed labels"
              value={field.labels}
              onChange={(labels) => set({ labels })}
              hint="One to a line, in any language."
              error={messageAt('labels')}
            />
            <div class="grid gap-4">
              {/* On leaving the labels the name is made; here, so that the focus comes by. */}
              <div onFocusIn={nameIt}>
                <TextField
                  label="Name in the result"
                  name={`name-${field.key}`}
                  autocomplete="off"
                  maxLength={60}
                  hint="Lower-case letters, digits and _."
                  value={field.name}
                  onChange={(name) => set({ name })}
                  error={messageAt('name')}
                />
              </div>
              <SelectField
                label="Kind"
                value={field.kind}
                options={kinds.map((kind) => [kind, KIND_WORDS[kind]] as const)}
                onChange={(value) => set({ kind: kinds.find((kind) => kind === value) ?? 'text' })}
              />
            </div>
          </div>
          {!isColumn && (
            <>
              <label class="flex w-fit cursor-pointer items-center gap-2.5">
                <input
                  type="checkbox"
                  class="size-4 accent-accent"
                  checked={field.required}
                  onChange={({ currentTarget }) => set({ required: currentTarget.checked })}
                />
                A document without it needs review
              </label>
              <details open={checked || wrong.some((part) => part === 'pattern' || part === 'list')}>
                <summary class="w-fit cursor-pointer text-ink-soft text-sm">Checks of its value</summary>
                <div class="mt-3 grid items-start gap-4 sm:grid-cols-2">
                  <TextField
                    label="Pattern"
                    name={`pattern-${field.key}`}
                    autocomplete="off"
                    maxLength={200}
                    optional
                    hint="A regular expression for the whole value, such as [A-Z]{2}\d{4}."
                    value={field.pattern}
                    onChange={(pattern) => set({ pattern })}
                    error={messageAt('pattern')}
                  />
                  <TextArea
                    label="Values it may have"
                    value={field.list}
                    onChange={(list) => set({ list })}
                    hint="One to a line. Empty: any."
                    error={messageAt('list')}
                  />
                </div>
              </details>
            </>
          )}
        </div>
      )}
    </li>
  );
}

export const KIND_WORDS: Readonly<Record<TemplateFieldKind, string>> = {
  amount: 'Amount of money',
  number: 'Number, measure or rate',
  date: 'Date',
  time: 'Time',
  identifier: 'Number or code (identifier)',
  text: 'One line of text',
  name: 'Name (first line of a block)',
  address: 'Address (lines of a block)',
  email: 'E-mail address',
  phone: 'Phone number',
  iban: 'IBAN',
  tax_id: 'Tax number',
  checkbox: 'Tick box',
};
