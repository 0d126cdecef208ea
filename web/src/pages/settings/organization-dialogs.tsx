import { useState } from 'preact/hooks';
import type { Identity, OrganizationView } from '#core/contract/identity';
import { deleteOrganization, leaveOrganization, transferOwnership } from '../../api/organization.ts';
import { listAllMembers } from '../../api/people.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { loadSession } from '../../state/session.ts';
import { useLoad } from '../../state/use-load.ts';

export function TransferDialog({ identity, onClose }: { readonly identity: Identity; readonly onClose: () => void }) {
  const { organization, user } = identity;
  const [members] = useLoad(listAllMembers);
  const [chosen, setChosen] = useState('');
  const others =
    members.state === 'ready'
      ? members.value.filter((each) => each.user_id !== user.id && each.status === 'active')
      : [];
  const memberId = others.some((each) => each.id === chosen) ? chosen : (others[0]?.id ?? '');
  const run = async () => {
    await transferOwnership(organization.id, memberId);
    location.assign('/settings');
  };
  return (
    <ConfirmDialog title="Hand over" action="Hand over" ready={memberId !== ''} onConfirm={run} onClose={onClose}>
      <p>Another member becomes the owner of {organization.name}, and you become an administrator.</p>
      {others.length === 0 ? (
        <p class="text-ink-soft">There is nobody to hand over to. Invite somebody first.</p>
      ) : (
        <SelectField
          label="New owner"
          value={memberId}
          options={others.map((each) => [each.id, `${each.first_name} ${each.last_name} (${each.email})`])}
          onChange={setChosen}
        />
      )}
    </ConfirmDialog>
  );
}

interface OfOrganization {
  readonly organization: OrganizationView;
  readonly onClose: () => void;
}

export function LeaveDialog({ organization, onClose }: OfOrganization) {
  const run = async () => {
    await leaveOrganization(organization.id);
    location.assign('/login');
  };
  return (
    <ConfirmDialog title={`Leave ${organization.name}?`} action="Leave" onConfirm={run} onClose={onClose}>
      <p>Your sessions and API keys stop working here at once. To come back you need an invitation.</p>
    </ConfirmDialog>
  );
}

export function DeleteOrganizationDialog({ organization, onClose }: OfOrganization) {
  const [typed, setTyped] = useState('');
  const run = async () => {
    await deleteOrganization(organization.id);
    await loadSession();
    onClose();
  };
  return (
    <ConfirmDialog
      title={`Delete ${organization.name}?`}
      action="Delete the organization"
      ready={typed.trim() === organization.name}
      onConfirm={run}
      onClose={onClose}
    >
      <p>
        Everything goes on working until the day of the deletion, which all members see, and an owner can take it back.
        Then documents, results, keys and memberships are gone for good.
      </p>
      <TextField
        label={`Type “${organization.name}” to confirm`}
        name="confirm"
        autocomplete="off"
        value={typed}
        onChange={setTyped}
      />
    </ConfirmDialog>
  );
}
