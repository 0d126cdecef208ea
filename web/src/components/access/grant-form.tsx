import { useState } from 'preact/hooks';
import type { GrantSubject } from '#core/domain/grants';
import type { Permission } from '#core/domain/permissions';
import { createGrant, type ObjectReference } from '../../api/grants.ts';
import { endOfDay } from '../../formatting/dates.ts';
import { showToast } from '../../state/toasts.ts';
import { useSubmit } from '../../state/use-submit.ts';
import { FormFailure } from '../form-failure.tsx';
import { Icon } from '../icon.tsx';
import { PermissionPicker } from '../permission-picker.tsx';
import { SelectField } from '../select-field.tsx';
import { TextField } from '../text-field.tsx';
import { type Subjects, subjectName } from './access-target.ts';

const KINDS: readonly (readonly [GrantSubject, string])[] = [
  ['member', 'One person'],
  ['role', 'Everybody with a role'],
  ['workspace', 'Everybody in a workspace'],
];

export interface GrantFormProps {
  readonly object: ObjectReference;
  readonly subjects: Subjects;
  readonly offered: readonly Permission[];
  readonly onGranted: () => void;
}

/** Behind one button, because most visits only look. */
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
  return <Form object={object} subjects={subjects} offered={offered} onGranted={done} onCancel={close} />;
}

function Form({ object, subjects, offered, onGranted, onCancel }: GrantFormProps & { readonly onCancel: () => void }) {
  const [kind, setKind] = useState<GrantSubject>('member');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<Permission>>(() => new Set(offered.slice(0, 1)));
  const [lastDay, setLastDay] = useState('');
  const choices = subjects[kind].filter((each) => !('archived' in each && each.archived));
  const subject = choices.find(({ id }) => id === typed) ?? choices[0];
  const ready = subject !== undefined && chosen.size > 0;
  const { busy, failure, messages, submit } = useSubmit(async () => {
    if (!subject || chosen.size === 0) return;
    await createGrant({
      object_kind: object.kind,
      object_id: object.id,
      subject_kind: kind,
      subject_id: subject.id,
      permissions: offered.filter((each) => chosen.has(each)),
      ...(lastDay === '' ? {} : { expires_at: endOfDay(lastDay) }),
    });
    showToast(`Granted to ${subjectName(subjects, kind, subject.id)}.`);
    onGranted();
  });
  return (
    <form class="mt-3 flex flex-col gap-4 rounded-lg border border-line p-4" onSubmit={submit}>
      <FormFailure failure={failure} />
      <div class="grid items-start gap-4 sm:grid-cols-2">
        <SelectField
          label="To"
          value={kind}
          options={KINDS}
          onChange={(value) => setKind(KINDS.find(([name]) => name === value)?.[0] ?? 'member')}
        />
        {subject === undefined ? (
          <p class="self-center text-ink-soft text-sm">There is none yet.</p>
        ) : (
          <SelectField
            label={kind === 'member' ? 'Person' : kind === 'role' ? 'Role' : 'Workspace'}
            value={subject.id}
            options={choices.map(({ id, name }) => [id, name] as const)}
            onChange={setTyped}
          />
        )}
        <TextField
          label="Last day"
          name="grant-last-day"
          type="date"
          autocomplete="off"
          optional
          hint="Empty: until it is taken back."
          value={lastDay}
          onChange={setLastDay}
          error={messages['expires_at']}
        />
      </div>
      <PermissionPicker held={offered} chosen={chosen} onChange={setChosen} />
      <div class="flex flex-wrap justify-end gap-2">
        <button type="button" class="button" onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" class="button button-primary" aria-disabled={busy || !ready}>
          Grant
        </button>
      </div>
    </form>
  );
}
