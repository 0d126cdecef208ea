import { RULE_LIMITS } from '#core/domain/rules/definition';
import { Icon } from '../../components/icon.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { Form } from '../../state/use-form.ts';
import { fieldLabel } from '../../wording/field-words.ts';
import { OPERATOR_LABELS } from '../../wording/rule-words.ts';
import { FieldSelect, fieldOptions } from './field-select.tsx';
import { problemsOf, type RuleValues } from './rule-values.ts';

const OPERATORS = Object.entries(OPERATOR_LABELS);

/** What the rule demands; which inputs there are depends on its kind. */
export function DemandFields({ form }: { readonly form: Form<RuleValues> }) {
  const { kind, against } = form.values;
  switch (kind) {
    case 'range':
      return (
        <>
          <FieldSelect label="Field" {...form.field('field')} />
          <div class="grid gap-4 sm:grid-cols-2">
            <TextField
              label="At least"
              optional
              hint="A number or a date"
              maxLength={RULE_LIMITS.limit}
              {...form.field('min')}
            />
            <TextField label="At most" optional maxLength={RULE_LIMITS.limit} {...form.field('max')} />
          </div>
        </>
      );
    case 'pattern':
      return (
        <>
          <FieldSelect label="Field" {...form.field('field')} />
          <TextField
            label="Form"
            hint="A regular expression for the whole value: [A-Z]{2}\d{4} stands for AB1234."
            {...form.field('pattern')}
          />
        </>
      );
    case 'list':
      return (
        <>
          <FieldSelect label="Field" {...form.field('field')} />
          <TextArea
            label="Allowed values"
            hint="One in each line. Upper and lower case are the same."
            {...form.field('list')}
          />
        </>
      );
    case 'compare':
      return (
        <>
          <FieldSelect label="Field" {...form.field('field')} />
          <div class="grid gap-4 sm:grid-cols-2">
            <SelectField label="must" options={OPERATORS} {...form.field('operator')} />
            <SelectField
              label="compared to"
              options={[
                ['field', 'Another field'],
                ['value', 'A fixed value'],
              ]}
              {...form.field('against')}
            />
          </div>
          {against === 'value' ? (
            <TextField label="Value" maxLength={RULE_LIMITS.value} {...form.field('otherValue')} />
          ) : (
            <FieldSelect label="Other field" {...form.field('otherField')} />
          )}
        </>
      );
    case 'approval_above':
      return (
        <TextField
          label="Amount"
          hint="In the currency of the document. Totals above it need a person."
          maxLength={RULE_LIMITS.limit}
          {...form.field('amount')}
        />
      );
    case 'always_review':
      return (
        <TextField
          label="Vendor"
          hint="As it is read on the document."
          maxLength={RULE_LIMITS.value}
          {...form.field('vendor')}
        />
      );
    default:
      return <RequiredFields form={form} />;
  }
}

/** Fields are added one by one, and each can be taken out again. */
function RequiredFields({ form }: { readonly form: Form<RuleValues> }) {
  const { fields } = form.values;
  const left = fieldOptions().filter(([name]) => !fields.includes(name));
  return (
    <div class="flex flex-col gap-2">
      {fields.length > 0 && (
        <ul aria-label="Required fields" class="flex flex-wrap gap-2">
          {fields.map((name) => (
            <li key={name}>
              <button
                type="button"
                class="button min-h-8 text-sm"
                aria-label={`Remove ${fieldLabel(name)}`}
                onClick={() => form.set({ fields: fields.filter((each) => each !== name) })}
              >
                {fieldLabel(name)} <Icon name="close" class="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {fields.length < RULE_LIMITS.fields && (
        <SelectField
          label={fields.length === 0 ? 'Fields' : 'Another field'}
          name="fields"
          value=""
          options={[['', 'Add a field…'], ...left]}
          error={form.attempted ? problemsOf(form.values)['fields'] : undefined}
          onChange={(name) => name !== '' && form.set({ fields: [...fields, name] })}
        />
      )}
    </div>
  );
}
