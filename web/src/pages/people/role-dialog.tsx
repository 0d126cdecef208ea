import { useState } from 'preact/hooks';
import type { RoleView } from '#core/contract/roles';
import type { Permission } from '#core/domain/permissions';
import { createRole, deleteRole, updateRole } from '../../api/people.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { PermissionPicker } from '../../components/permission-picker.tsx';
import { TextField } from '../../components/text-field.tsx';
import { session } from '../../state/session.ts';
import { showToast } from '../../state/toasts.ts';
import { useSubmit } from '../../state/use-submit.ts';

export interface RoleDialogProps {
  /** Null: a new one. */
  readonly role: RoleView | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** A role of the organization's own: its name and what it grants, within what its editor holds. */
export function RoleDialog({ role, onDone, onClose }: RoleDialogProps) {
  const now = session.value;
  const held: readonly Permission[] = now.state === 'signed-in' ? now.identity.permissions : [];
  const [name, setName] = useState(role?.name ?? '');
  const [chosen, setChosen] = useState<ReadonlySet<Permission>>(new Set(role?.permissions ?? []));
  const empty = chosen.size === 0;
  const submission = useSubmit(async () => {
    const body = { name: name.trim(), permissions: held.filter((each) => chosen.has(each)) };
    await (role === null ? createRole(body) : updateRole(role.id, body));
    showToast(`The role “${body.name}” is ${role === null ? 'made' : 'changed; it holds at once'}.`);
    onDone();
  });
  const removal = useSubmit(async () => {
    if (role === null) return;
    await deleteRole(role.id);
    showToast(`The role “${role.name}” is gone.`);
    onDone();
  });
  return (
    <FormDialog
      title={role === null ? 'New role' : `Change “${role.name}”`}
      action={role === null ? 'Create' : 'Save'}
      submission={{ ...submission, failure: submission.failure ?? removal.failure }}
      ready={!empty}
      wide
      onClose={onClose}
      aside={
        <>
          {empty && <p class="mr-auto text-danger text-sm">Choose at least one permission.</p>}
          {role !== null && (
            <button type="button" class="button button-danger mr-auto" onClick={removal.submit}>
              Delete the role
            </button>
          )}
        </>
      }
    >
      <TextField
        label="Name"
        name="role-name"
        autocomplete="off"
        autofocus
        maxLength={60}
        value={name}
        onChange={setName}
        error={submission.messages['name']}
      />
      <PermissionPicker held={held} chosen={chosen} onChange={setChosen} />
    </FormDialog>
  );
}
