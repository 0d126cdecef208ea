import type { BulkBody } from '#core/contract/review';
import { VALUE_LIMITS } from '#core/domain/value-limits';
import { FormDialog } from '../../components/form-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { TextField } from '../../components/text-field.tsx';
import { members, ownId } from '../../state/people-names.ts';
import { useForm } from '../../state/use-form.ts';
import { BULK_WORDS, type BulkActionName } from './bulk-actions.ts';

export interface BulkDialogProps {
  readonly name: BulkActionName;
  readonly count: number;
  readonly onRun: (name: BulkActionName, bodyOf: (ids: string[]) => BulkBody) => void;
  readonly onClose: () => void;
}

/** Asks for what a bulk action needs. The action itself runs after the dialog is closed, with its own progress. */
export function BulkDialog({ name, count, onRun, onClose }: BulkDialogProps) {
  const form = useForm({
    start: { reason: '', user_id: ownId() ?? '', until: inDays(1), keep: true },
    check: (values): Readonly<Record<string, string>> => {
      if (name === 'reject' && values.reason.trim() === '')
        return { reason: 'Say why, for those who sent the documents.' };
      if (name === 'reject' && values.reason.trim().length > VALUE_LIMITS.rejectionReason)
        return { reason: `At most ${VALUE_LIMITS.rejectionReason} characters.` };
      if (name === 'postpone' && !(Date.parse(values.until) > Date.now()))
        return { until: 'Choose a day in the future.' };
      return {};
    },
    submit: async ({ reason, user_id: userId, until, keep }) => {
      switch (name) {
        case 'reject':
          return onRun(name, (ids) => ({ action: 'reject', ids, reason: reason.trim() }));
        case 'assign':
          return onRun(name, (ids) => ({ action: 'assign', ids, user_id: userId === '' ? null : userId }));
        case 'postpone':
          return onRun(name, (ids) => ({ action: 'postpone', ids, until: new Date(`${until}T00:00`).toISOString() }));
        case 'reprocess':
          return onRun(name, (ids) => ({ action: 'reprocess', ids, keep_confirmed: keep }));
        case 'delete':
          return onRun(name, (ids) => ({ action: 'delete', ids }));
      }
    },
  });
  const { label } = BULK_WORDS[name];
  const documents = `${count.toLocaleString()} ${count === 1 ? 'document' : 'documents'}`;
  return (
    <FormDialog title={`${label} ${documents}`} action={label} form={form} danger={name === 'delete'} onClose={onClose}>
      {name === 'reject' && <TextArea label="Reason" {...form.field('reason')} />}
      {name === 'assign' && <SelectField label="Assignee" options={assignees()} {...form.field('user_id')} />}
      {name === 'postpone' && (
        <TextField
          label="Until"
          type="date"
          hint="Until then they are left out of the review queue."
          {...form.field('until')}
        />
      )}
      {name === 'reprocess' && (
        <label class="flex cursor-pointer items-center gap-2">
          <input
            type="checkbox"
            class="size-4 accent-accent"
            checked={form.values.keep}
            onChange={(event) => form.set({ keep: event.currentTarget.checked })}
          />
          Keep confirmed values
        </label>
      )}
      {name === 'delete' && (
        <p class="text-ink-soft">They move to the trash and can be restored until the grace period ends.</p>
      )}
    </FormDialog>
  );
}

/** Oneself first, then nobody, then the others. */
function assignees(): readonly (readonly [string, string])[] {
  const own = ownId();
  const others = members.value.filter((each) => each.user_id !== own && each.status === 'active');
  return [
    ...(own === null ? [] : [[own, 'Me'] as const]),
    ['', 'Nobody'],
    ...others.map((each) => [each.user_id, `${each.first_name} ${each.last_name}`.trim() || each.email] as const),
  ];
}

const DAY_MS = 86_400_000;
const inDays = (days: number): string => {
  const day = new Date(Date.now() + days * DAY_MS);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};
