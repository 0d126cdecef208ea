import { useState } from 'preact/hooks';
import {
  REVIEW_POLICY_BOUNDS as BOUNDS,
  DUPLICATE_MODES,
  type ReviewPolicy,
  TWO_PERSON_MODES,
} from '#core/domain/review-policy';
import { RULE_LIMITS } from '#core/domain/rules/definition';
import { changeReviewPolicy, readReviewPolicy } from '../../api/rules.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { LoadFrame } from '../../components/load-frame.tsx';
import { Section } from '../../components/section.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { showToast } from '../../state/toasts.ts';
import { useForm } from '../../state/use-form.ts';
import { useLoad } from '../../state/use-load.ts';

const TWO_PERSON: Readonly<Record<ReviewPolicy['two_person'], string>> = {
  never: 'One person is enough',
  always: 'Every approval needs two people',
  from_amount: 'Two people from an amount on',
};

const DUPLICATES: Readonly<Record<ReviewPolicy['duplicates'], string>> = {
  flag: 'Show them',
  review: 'Stop them for review',
  reject: 'Reject them',
  new_version: 'Link them as a newer version',
};

/** How the organization's documents are reviewed. */
export function PolicySection({ mayManage }: { readonly mayManage: boolean }) {
  const [loaded, reload] = useLoad(readReviewPolicy);
  const [editing, setEditing] = useState(false);
  const policy = loaded.state === 'ready' ? loaded.value : null;
  return (
    <Section
      title="Review"
      action={
        mayManage &&
        policy !== null && (
          <button type="button" class="button" onClick={() => setEditing(true)}>
            Change
          </button>
        )
      }
    >
      <div class="card">
        <LoadFrame loaded={loaded} what="the review policy" onRetry={reload}>
          {(value) => (
            <dl class="grid gap-x-6 px-5 py-4 sm:grid-cols-[14rem_minmax(0,1fr)] sm:gap-y-2">
              {factsOf(value).map(([label, text]) => (
                <div key={label} class="contents">
                  <dt class="text-ink-soft">{label}</dt>
                  <dd class="mb-2 sm:mb-0">{text}</dd>
                </div>
              ))}
            </dl>
          )}
        </LoadFrame>
      </div>
      {editing && policy !== null && (
        <PolicyDialog
          policy={policy}
          onClose={() => setEditing(false)}
          onDone={() => {
            setEditing(false);
            showToast('Review policy changed.');
            reload();
          }}
        />
      )}
    </Section>
  );
}

function factsOf(policy: ReviewPolicy): readonly (readonly [string, string])[] {
  const { two_person: mode, two_person_amount: amount, undo_minutes: minutes, grace_days: days } = policy;
  return [
    ['Approval', mode === 'from_amount' ? `Two people for totals of ${amount} or more` : TWO_PERSON[mode]],
    ['Duplicates', DUPLICATES[policy.duplicates]],
    ['Undo', minutes === 0 ? 'Not possible' : minutes === 1 ? 'For 1 minute' : `For ${minutes} minutes`],
    ['Deleted documents', days === 1 ? 'Gone after 1 day' : `Gone after ${days} days`],
  ];
}

const isMode = (text: string): text is ReviewPolicy['two_person'] => TWO_PERSON_MODES.some((each) => each === text);
const isDuplicates = (text: string): text is ReviewPolicy['duplicates'] =>
  DUPLICATE_MODES.some((each) => each === text);

/** The problem with a whole number, or null. */
function outside(text: string, { min, max }: { readonly min: number; readonly max: number }): string | null {
  const number = Number(text);
  return text.trim() !== '' && Number.isInteger(number) && number >= min && number <= max
    ? null
    : `Enter a whole number from ${min} to ${max}.`;
}

function PolicyDialog({
  policy,
  onDone,
  onClose,
}: {
  readonly policy: ReviewPolicy;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const form = useForm({
    start: {
      two_person: policy.two_person as string,
      two_person_amount: policy.two_person_amount,
      duplicates: policy.duplicates as string,
      undo_minutes: String(policy.undo_minutes),
      grace_days: String(policy.grace_days),
    },
    check: ({ two_person: mode, two_person_amount: amount, undo_minutes: minutes, grace_days: days }) => {
      const problems: Record<string, string> = {};
      if (mode === 'from_amount' && !/^\d{1,15}(?:\.\d{1,4})?$/.test(amount))
        problems['two_person_amount'] = 'Enter an amount such as 1000 or 1000.50.';
      const ofMinutes = outside(minutes, BOUNDS.undo_minutes);
      const ofDays = outside(days, BOUNDS.grace_days);
      if (ofMinutes !== null) problems['undo_minutes'] = ofMinutes;
      if (ofDays !== null) problems['grace_days'] = ofDays;
      return problems;
    },
    submit: async (values) => {
      await changeReviewPolicy({
        two_person: isMode(values.two_person) ? values.two_person : policy.two_person,
        two_person_amount: values.two_person === 'from_amount' ? values.two_person_amount : policy.two_person_amount,
        duplicates: isDuplicates(values.duplicates) ? values.duplicates : policy.duplicates,
        undo_minutes: Number(values.undo_minutes),
        grace_days: Number(values.grace_days),
      });
      onDone();
    },
  });
  return (
    <FormDialog title="Review policy" action="Save" form={form} onClose={onClose}>
      <SelectField label="Approval" options={Object.entries(TWO_PERSON)} {...form.field('two_person')} />
      {form.values.two_person === 'from_amount' && (
        <TextField
          label="Amount"
          hint="In the currency of each document. A document without a total always needs two people."
          maxLength={RULE_LIMITS.limit}
          {...form.field('two_person_amount')}
        />
      )}
      <SelectField label="Duplicates" options={Object.entries(DUPLICATES)} {...form.field('duplicates')} />
      <TextField label="Undo, in minutes" {...form.field('undo_minutes')} />
      <TextField label="Days until a deleted document is gone" {...form.field('grace_days')} />
    </FormDialog>
  );
}
