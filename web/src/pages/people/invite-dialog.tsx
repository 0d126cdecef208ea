import { useState } from 'preact/hooks';
import { createInvitation } from '../../api/people.ts';
import { listWorkspaces } from '../../api/workspaces.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { showToast } from '../../state/toasts.ts';
import { useLoad } from '../../state/use-load.ts';
import { useSubmit } from '../../state/use-submit.ts';
import { RoleSelect } from './role-select.tsx';
import { useCustomRoles } from './use-custom-roles.ts';

export interface InviteDialogProps {
  readonly onInvited: () => void;
  readonly onClose: () => void;
}

export function InviteDialog({ onInvited, onClose }: InviteDialogProps) {
  const [email, setEmail] = useState('');
  const [role, setRole] = useState('user');
  const [workspace, setWorkspace] = useState('');
  const [workspaces] = useLoad(listWorkspaces);
  const custom = useCustomRoles();
  const managed =
    workspaces.state === 'ready'
      ? workspaces.value.data.filter((each) => !each.archived && each.permissions.includes('workspaces.manage'))
      : [];
  const submission = useSubmit(async () => {
    await createInvitation(email.trim(), role, workspace === '' ? [] : [{ workspace_id: workspace, role: 'editor' }]);
    showToast(`${email.trim()} is invited.`);
    onInvited();
  });
  return (
    <FormDialog title="Invite somebody" action="Send the invitation" submission={submission} onClose={onClose}>
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autocomplete="off"
        autofocus
        maxLength={254}
        value={email}
        onChange={setEmail}
        error={submission.messages['email']}
      />
      <div class="flex flex-col gap-1.5">
        <span class="font-medium text-sm" aria-hidden="true">
          Role
        </span>
        <RoleSelect label="Role" value={role} valueName={role} custom={custom} onChange={setRole} />
      </div>
      {managed.length > 0 && (
        <SelectField
          label="Workspace"
          value={workspace}
          options={[['', 'None'], ...managed.map((each) => [each.id, each.name] as const)]}
          onChange={setWorkspace}
          hint="They join it as an editor."
        />
      )}
    </FormDialog>
  );
}
