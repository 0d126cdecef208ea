import { useState } from 'preact/hooks';
import type { InvitationView } from '#core/contract/invitations';
import { createInvitation, listInvitations, resendInvitation, revokeInvitation } from '../../api/people.ts';
import { listWorkspaces } from '../../api/workspaces.ts';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { Icon } from '../../components/icon.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { formatAge } from '../../formatting/dates.ts';
import { showToast } from '../../state/toasts.ts';
import { useLoad } from '../../state/use-load.ts';
import { useSubmit } from '../../state/use-submit.ts';
import { describeFailure } from '../../wording/describe-failure.ts';
import { RoleSelect } from './role-select.tsx';
import { useCustomRoles } from './use-custom-roles.ts';

export function InvitationsSection() {
  const [invitations, reload] = useLoad(listInvitations);
  const [inviting, setInviting] = useState(false);
  const run = (work: Promise<unknown>, done: string) =>
    void work.then(
      () => {
        showToast(done);
        reload();
      },
      (error: unknown) => showToast(describeFailure(error).detail, 'danger'),
    );
  return (
    <section aria-labelledby="invitations">
      <div class="mb-3 flex items-center justify-between gap-4">
        <h2 id="invitations" class="font-semibold text-lg">
          Invitations
        </h2>
        <button type="button" class="button" onClick={() => setInviting(true)}>
          <Icon name="plus" /> Invite
        </button>
      </div>
      <div class="card">
        {invitations.state === 'loading' && (
          <div class="skeleton m-5 h-5" role="status" aria-label="Loading the invitations" />
        )}
        {invitations.state === 'failed' && <FailurePanel failure={invitations.failure} onRetry={reload} />}
        {invitations.state === 'ready' && invitations.value.data.length === 0 && (
          <EmptyState icon="inbox" title="Nobody is invited" text="An invitation is a mail with a link to join." />
        )}
        {invitations.state === 'ready' && invitations.value.data.length > 0 && (
          <ul>
            {invitations.value.data.map((each) => (
              <InvitationRow
                key={each.id}
                invitation={each}
                onResend={() => run(resendInvitation(each.id), `Sent to ${each.email} again.`)}
                onRevoke={() => run(revokeInvitation(each.id), `The invitation of ${each.email} is taken back.`)}
              />
            ))}
          </ul>
        )}
      </div>
      {inviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onInvited={() => {
            setInviting(false);
            reload();
          }}
        />
      )}
    </section>
  );
}

interface InvitationRowProps {
  readonly invitation: InvitationView;
  readonly onResend: () => void;
  readonly onRevoke: () => void;
}

const STATUS_WORDS: Readonly<Record<InvitationView['status'], string>> = {
  open: 'Open',
  accepted: 'Accepted',
  revoked: 'Taken back',
  expired: 'Too old',
};

function InvitationRow({ invitation, onResend, onRevoke }: InvitationRowProps) {
  const { email, role_name: role, status, created_at: created } = invitation;
  const live = status === 'open' || status === 'expired';
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-3.5 last:border-b-0">
      <div class="min-w-48 flex-1">
        <p class="break-all font-medium">{email}</p>
        <p class="text-ink-faint text-sm">
          {role} · sent {formatAge(created, Date.now())}
        </p>
      </div>
      <span class={status === 'expired' ? 'text-review text-sm' : 'text-ink-soft text-sm'}>{STATUS_WORDS[status]}</span>
      {live && (
        <div class="flex gap-2">
          <button type="button" class="button" aria-label={`Send again to ${email}`} onClick={onResend}>
            Send again
          </button>
          <button type="button" class="button" aria-label={`Take back the invitation of ${email}`} onClick={onRevoke}>
            Take back
          </button>
        </div>
      )}
    </li>
  );
}

function InviteDialog({ onInvited, onClose }: { readonly onInvited: () => void; readonly onClose: () => void }) {
  const [email, setEmail] = useState('');
  const [role, setRole] = useState('user');
  const [workspace, setWorkspace] = useState('');
  const [workspaces] = useLoad(listWorkspaces);
  const custom = useCustomRoles();
  const managed =
    workspaces.state === 'ready'
      ? workspaces.value.data.filter((each) => !each.archived && each.permissions.includes('workspaces.manage'))
      : [];
  const { busy, failure, messages, submit } = useSubmit(async () => {
    await createInvitation(email.trim(), role, workspace === '' ? [] : [{ workspace_id: workspace, role: 'editor' }]);
    showToast(`${email.trim()} is invited.`);
    onInvited();
  });
  return (
    <Dialog title="Invite somebody" onClose={onClose}>
      <form class="flex flex-col gap-4" onSubmit={submit}>
        <FormFailure failure={failure} />
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autocomplete="off"
          autofocus
          maxLength={254}
          value={email}
          onChange={setEmail}
          error={messages['email']}
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
        <div class="flex justify-end gap-2">
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button button-primary" aria-disabled={busy}>
            Send the invitation
          </button>
        </div>
      </form>
    </Dialog>
  );
}
