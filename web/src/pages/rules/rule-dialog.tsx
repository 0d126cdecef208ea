import { useState } from 'preact/hooks';
import type { RuleView } from '#core/contract/rules';
import { DOCUMENT_TYPES, type DocumentType } from '#core/domain/document-types';
import { INPUT_LIMITS } from '#core/domain/input-limits';
import { RULE_LIMITS } from '#core/domain/rules/definition';
import { createRule, replaceRule } from '../../api/rules.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type Form, useForm } from '../../state/use-form.ts';
import { TYPE_LABELS } from '../../wording/document-words.ts';
import { OPERATOR_LABELS, RULE_KINDS } from '../../wording/rule-words.ts';
import { DemandFields } from './demand-fields.tsx';
import { FieldSelect } from './field-select.tsx';
import { definitionOf, problemsOf, type RuleValues, valuesOf } from './rule-values.ts';
import { TryRule } from './try-rule.tsx';

export interface RuleDialogProps {
  /** Null to create one. */
  readonly rule: RuleView | null;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

/** Creates a rule or a new version of one; before that it can be tried on past documents. */
export function RuleDialog({ rule, onDone, onClose }: RuleDialogProps) {
  const form = useForm<RuleValues>({
    start: valuesOf(rule),
    check: problemsOf,
    submit: async (values) => {
      const body = { name: values.name.trim(), definition: definitionOf(values) };
      if (rule === null) await createRule({ ...body, active: true });
      else await replaceRule(rule.id, { ...body, version: rule.version });
      onDone(rule === null ? 'Rule created. It applies from the next document on.' : 'Rule changed.');
    },
  });
  return (
    <FormDialog
      title={rule === null ? 'New rule' : 'Edit rule'}
      action={rule === null ? 'Create rule' : 'Save new version'}
      form={form}
      wide
      onClose={onClose}
    >
      <TextField label="Name" autofocus maxLength={INPUT_LIMITS.name} {...form.field('name')} />
      <SelectField label="Kind" options={Object.entries(RULE_KINDS)} {...form.field('kind')} />
      <DemandFields form={form} />
      <TextField
        label="Message"
        hint="What the reviewer reads when the rule is broken, such as “Orders above 1,000 need a cost centre.”"
        maxLength={RULE_LIMITS.message}
        {...form.field('message')}
      />
      <ScopeFields form={form} />
      <TryRule values={form.values} />
    </FormDialog>
  );
}

/** Which documents the rule is about: folded as long as it is about all. */
function ScopeFields({ form }: { readonly form: Form<RuleValues> }) {
  const { types, kind, whenField, onlyVendor } = form.values;
  const [open] = useState(types.size > 0 || whenField !== '' || onlyVendor !== '');
  const toggle = (type: DocumentType) => {
    const next = new Set(types);
    if (!next.delete(type)) next.add(type);
    form.set({ types: next });
  };
  return (
    <details open={open} class="rounded-lg border border-line px-4 py-3">
      <summary class="cursor-pointer font-medium text-sm">Only for some documents</summary>
      <div class="mt-3 flex flex-col gap-4">
        <fieldset>
          <legend class="mb-2 font-medium text-sm">Document types</legend>
          <div class="grid gap-x-4 sm:grid-cols-2">
            {DOCUMENT_TYPES.map((type) => (
              <label key={type} class="flex min-h-8 cursor-pointer items-center gap-2.5">
                <input
                  type="checkbox"
                  class="size-4 accent-accent"
                  checked={types.has(type)}
                  onChange={() => toggle(type)}
                />
                {TYPE_LABELS[type]}
              </label>
            ))}
          </div>
          <p class="mt-1 text-ink-soft text-sm">None chosen means every type.</p>
        </fieldset>
        {kind !== 'always_review' && (
          <TextField label="Vendor" optional maxLength={RULE_LIMITS.value} {...form.field('onlyVendor')} />
        )}
        <FieldSelect label="Only where a field" none="No condition" {...form.field('whenField')} />
        {whenField !== '' && (
          <div class="grid gap-4 sm:grid-cols-2">
            <SelectField label="must" options={Object.entries(OPERATOR_LABELS)} {...form.field('whenOperator')} />
            <TextField label="Value" maxLength={RULE_LIMITS.value} {...form.field('whenValue')} />
          </div>
        )}
      </div>
    </details>
  );
}
