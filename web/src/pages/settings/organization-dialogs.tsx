import type { Identity, OrganizationView } from '#core/contract/identity';
import { deleteOrganization, leaveOrganization, transferOwnership } from '../../api/organization.ts';
import { listAllMembers } from '../../api/people.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { loadSession } from '../../state/session.ts';
import { useForm } from '../../state/use-form.ts';
import { useLoad } from '../../state/use-load.ts';

export function TransferDialog({ identity, onClose }: { readonly identity: Identity; readonly onClose: () => void }) {
  const { organization, user } = identity;
  const [members] = useLoad(listAllMembers);
  const others =
    members.state === 'ready'
      ? members.value.filter((each) => each.user_id !== user.id && each.status === 'active')
      : [];
  const form = useForm({
    start: { member_id: '' },
    submit: async () => {
      await transferOwnership(organization.id, memberId);
      location.assign('/settings');
    },
  });
  const chosen = form.values.member_id;
  const memberId = others.some((each) => each.id === chosen) ? chosen : (others[0]?.id ?? '');
  return (
    <FormDialog
      title="Transfer ownership"
      action="Transfer ownership"
      form={form}
      ready={memberId !== ''}
      danger
      onClose={onClose}
    >
      <p>The new owner takes over {organization.name}, and you become an administrator.</p>
      {others.length === 0 ? (
        <p class="text-ink-soft">There is no other active member. Invite someone first.</p>
      ) : (
        <SelectField
          label="New owner"
          options={others.map((each) => [each.id, `${each.first_name} ${each.last_name} (${each.email})`])}
          {...form.field('member_id')}
          value={memberId}
        />
      )}
    </FormDialog>
  );
}

interface OrganizationDialogProps {
  readonly organization: OrganizationView;
  readonly onClose: () => void;
}

export function LeaveDialog({ organization, onClose }: OrganizationDialogProps) {
  const leave = async () => {
    await leaveOrganization(organization.id);
    location.assign('/login');
  };
  return (
    <ConfirmDialog title={`Leave ${organization.name}?`} action="Leave" onConfirm={leave} onClose={onClose}>
      <p>Your sessions and API keys in this organization stop working immediately. Rejoining requires an invitation.</p>
    </ConfirmDialog>
  );
}

export function DeleteOrganizationDialog({ organization, onClose }: OrganizationDialogProps) {
  const form = useForm({
    start: { confirm: '' },
    submit: async () => {
      await deleteOrganization(organization.id);
      await loadSession();
      onClose();
    },
  });
  return (
    <FormDialog
      title={`Delete ${organization.name}?`}
      action="Delete the organization"
      form={form}
      ready={form.values.confirm.trim() === organization.name}
      danger
      onClose={onClose}
    >
      <p>
        Everything keeps working until the deletion date, which all members can see, and an owner can cancel the
        deletion until then. After that, documents, results, API keys and memberships are deleted permanently.
      </p>
      <TextField label={`Type “${organization.name}” to confirm`} {...form.field('confirm')} />
    </FormDialog>
  );
}
