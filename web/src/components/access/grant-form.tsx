import { useState } from 'preact/hooks';
import { GRANT_SUBJECTS, type GrantSubject } from '#core/domain/grants';
import type { Permission } from '#core/domain/permissions';
import { createGrant, type ObjectReference } from '../../api/grants.ts';
import { endOfDay } from '../../formatting/dates.ts';
import { showToast } from '../../state/toasts.ts';
import { useForm } from '../../state/use-form.ts';
import { FormFailure } from '../form-failure.tsx';
import { Icon } from '../icon.tsx';
import { PermissionPicker } from '../permission-picker.tsx';
import { SelectField } from '../select-field.tsx';
import { TextField } from '../text-field.tsx';
import { type Subjects, subjectName } from './access-target.ts';

const KINDS: Readonly<Record<GrantSubject, { readonly option: string; readonly label: string }>> = {
  member: { option: 'One member', label: 'Member' },
  role: { option: 'Everyone with a role', label: 'Role' },
  workspace: { option: 'Everyone in a workspace', label: 'Workspace' },
};

export interface GrantFormProps {
  readonly object: ObjectReference;
  readonly subjects: Subjects;
  readonly offered: readonly Permission[];
  readonly onGranted: () => void;
}

/** Opens on a button press: most visits only look. */
export function GrantForm({ object, subjects, offered, onGranted }: GrantFormProps) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <button type="button" class="button mt-3" onClick={() => setOpen(true)}>
        <Icon name="plus" /> Grant access
      </button>
    );
  const close = () => setOpen(false);
  const done = () => {
    close();
    onGranted();
  };
  return <OpenForm object={object} subjects={subjects} offered={offered} onGranted={done} onCancel={close} />;
}

interface GrantValues {
  readonly subject_kind: string;
  readonly subject_id: string;
  /** `YYYY-MM-DD`; empty for no end date. */
  readonly expires_at: string;
  readonly permissions: ReadonlySet<Permission>;
}

interface OpenFormProps extends GrantFormProps {
  readonly onCancel: () => void;
}

function OpenForm({ object, subjects, offered, onGranted, onCancel }: OpenFormProps) {
  const form = useForm<GrantValues>({
    start: { subject_kind: 'member', subject_id: '', expires_at: '', permissions: new Set(offered.slice(0, 1)) },
    submit: async ({ permissions, expires_at }) => {
      if (!subject || permissions.size === 0) return;
      await createGrant({
        object_kind: object.kind,
        object_id: object.id,
        subject_kind: kind,
        subject_id: subject.id,
        permissions: offered.filter((each) => permissions.has(each)),
        ...(expires_at === '' ? {} : { expires_at: endOfDay(expires_at) }),
      });
      showToast(`Access granted to ${subjectName(subjects, kind, subject.id)}.`);
      onGranted();
    },
  });
  const { values } = form;
  const kind = GRANT_SUBJECTS.find((each) => each === values.subject_kind) ?? 'member';
  const choices = subjects[kind].filter((each) => !('archived' in each && each.archived));
  const subject = choices.find(({ id }) => id === values.subject_id) ?? choices[0];
  const ready = subject !== undefined && values.permissions.size > 0;
  return (
    <form class="mt-3 flex flex-col gap-4 rounded-lg border border-line p-4" onSubmit={form.submit}>
      <FormFailure failure={form.failure} />
      <div class="grid items-start gap-4 sm:grid-cols-2">
        <SelectField
          label="Grant to"
          options={GRANT_SUBJECTS.map((each) => [each, KINDS[each].option] as const)}
          {...form.field('subject_kind')}
        />
        {subject === undefined ? (
          <p class="self-center text-ink-soft text-sm">There are none yet.</p>
        ) : (
          <SelectField
            label={KINDS[kind].label}
            options={choices.map(({ id, name }) => [id, name] as const)}
            {...form.field('subject_id')}
            value={subject.id}
          />
        )}
        <TextField
          label="Last day"
          type="date"
          optional
          hint="Leave empty for access without an end date."
          {...form.field('expires_at')}
        />
      </div>
      <PermissionPicker
        held={offered}
        chosen={values.permissions}
        onChange={(permissions) => form.set({ permissions })}
      />
      <div class="flex flex-wrap justify-end gap-2">
        <button type="button" class="button" onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" class="button button-primary" aria-disabled={form.busy || !ready}>
          Grant
        </button>
      </div>
    </form>
  );
}
