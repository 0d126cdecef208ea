import { createInvitation } from '../../api/people.ts';
import { listAllWorkspaces } from '../../api/workspaces.ts';
import { EmailField } from '../../components/account-fields.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { showToast } from '../../state/toasts.ts';
import { useForm } from '../../state/use-form.ts';
import { useLoad } from '../../state/use-load.ts';
import { RoleSelect } from './role-select.tsx';
import { useCustomRoles } from './use-custom-roles.ts';

export interface InviteDialogProps {
  readonly onInvited: () => void;
  readonly onClose: () => void;
}

export function InviteDialog({ onInvited, onClose }: InviteDialogProps) {
  const [workspaces] = useLoad(listAllWorkspaces);
  const custom = useCustomRoles();
  const managed =
    workspaces.state === 'ready'
      ? workspaces.value.filter((each) => !each.archived && each.permissions.includes('workspaces.manage'))
      : [];
  const form = useForm({
    start: { email: '', role: 'user', workspace: '' },
    submit: async ({ email, role, workspace }) => {
      const address = email.trim();
      await createInvitation(address, role, workspace === '' ? [] : [{ workspace_id: workspace, role: 'editor' }]);
      showToast(`Invitation sent to ${address}.`);
      onInvited();
    },
  });
  const role = form.field('role');
  return (
    <FormDialog title="Invite a member" action="Send the invitation" form={form} onClose={onClose}>
      <EmailField {...form.field('email')} autocomplete="off" autofocus />
      <div class="flex flex-col gap-1.5">
        <span class="font-medium text-sm" aria-hidden="true">
          Role
        </span>
        <RoleSelect label="Role" value={role.value} valueName={role.value} custom={custom} onChange={role.onChange} />
      </div>
      {managed.length > 0 && (
        <SelectField
          label="Workspace"
          options={[['', 'None'], ...managed.map((each) => [each.id, each.name] as const)]}
          hint="They join it as an editor."
          {...form.field('workspace')}
        />
      )}
    </FormDialog>
  );
}
