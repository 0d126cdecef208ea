import type { WorkspaceMemberView, WorkspaceView } from '#core/contract/workspaces';
import { WORKSPACE_ROLES, type WorkspaceRole } from '#core/domain/workspaces';
import { listAllMembers } from '../../api/people.ts';
import { listAllWorkspaceMembers, putWorkspaceMember, removeWorkspaceMember } from '../../api/workspaces.ts';
import { Dialog } from '../../components/dialog.tsx';
import { LoadFrame } from '../../components/load-frame.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { runAction } from '../../state/run-action.ts';
import { useForm } from '../../state/use-form.ts';
import { useLoad } from '../../state/use-load.ts';

const ROLE_OPTIONS = WORKSPACE_ROLES.map((role) => [role, role] as const);

export interface WorkspaceMembersDialogProps {
  readonly workspace: WorkspaceView;
  readonly onClose: () => void;
}

/** The members of a workspace; its managers add and remove them and change their roles. */
export function WorkspaceMembersDialog({ workspace, onClose }: WorkspaceMembersDialogProps) {
  const [members, reload] = useLoad((signal) => listAllWorkspaceMembers(workspace.id, signal));
  const manages = workspace.permissions.includes('workspaces.manage');
  const run = (work: Promise<void>, done: string) => runAction(work, done, reload);
  return (
    <Dialog title={`Members of “${workspace.name}”`} wide onClose={onClose}>
      <LoadFrame loaded={members} what="the members" onRetry={reload}>
        {(present) => (
          <div class="flex flex-col gap-5">
            {present.length === 0 && <p class="text-ink-soft">No members yet.</p>}
            <ul>
              {present.map((member) => (
                <MemberRow
                  key={member.member_id}
                  member={member}
                  manages={manages}
                  onRole={(role) =>
                    run(
                      putWorkspaceMember(workspace.id, member.member_id, role),
                      `${member.first_name} is now ${role}.`,
                    )
                  }
                  onRemove={() =>
                    run(removeWorkspaceMember(workspace.id, member.member_id), `${member.first_name} removed.`)
                  }
                />
              ))}
            </ul>
            {manages && (
              <AddMember
                present={new Set(present.map((each) => each.member_id))}
                onAdd={(memberId, role) => run(putWorkspaceMember(workspace.id, memberId, role), 'Member added.')}
              />
            )}
          </div>
        )}
      </LoadFrame>
    </Dialog>
  );
}

interface MemberRowProps {
  readonly member: WorkspaceMemberView;
  readonly manages: boolean;
  readonly onRole: (role: WorkspaceRole) => void;
  readonly onRemove: () => void;
}

function MemberRow({ member, manages, onRole, onRemove }: MemberRowProps) {
  const name = `${member.first_name} ${member.last_name}`;
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b py-2.5 last:border-b-0">
      <div class="min-w-40 flex-1">
        <p class="font-medium">{name}</p>
        <p class="break-all text-ink-faint text-sm">{member.email}</p>
      </div>
      {manages ? (
        <div class="flex gap-2">
          <select
            class="input w-auto"
            aria-label={`Role of ${name}`}
            value={member.role}
            onChange={(event) => onRole(roleOf(event.currentTarget.value))}
          >
            {WORKSPACE_ROLES.map((role) => (
              <option key={role} value={role}>
                {role}
              </option>
            ))}
          </select>
          <button type="button" class="button" aria-label={`Remove ${name}`} onClick={onRemove}>
            Remove
          </button>
        </div>
      ) : (
        <span class="text-ink-soft">{member.role}</span>
      )}
    </li>
  );
}

interface AddMemberProps {
  readonly present: ReadonlySet<string>;
  readonly onAdd: (memberId: string, role: WorkspaceRole) => void;
}

function AddMember({ present, onAdd }: AddMemberProps) {
  const [members] = useLoad(listAllMembers);
  const form = useForm({
    start: { member_id: '', role: 'editor' },
    submit: async ({ role }) => {
      onAdd(memberId, roleOf(role));
    },
  });
  if (members.state !== 'ready') return null;
  const free = members.value.filter((each) => !present.has(each.id));
  if (free.length === 0) return <p class="text-ink-faint text-sm">Everyone in the organization is a member.</p>;
  const chosen = form.values.member_id;
  const memberId = free.some((each) => each.id === chosen) ? chosen : (free[0]?.id ?? '');
  return (
    <form class="flex flex-wrap items-end gap-3 border-line border-t pt-4" onSubmit={form.submit}>
      <div class="min-w-48 flex-1">
        <SelectField
          label="Member"
          options={free.map((each) => [each.id, `${each.first_name} ${each.last_name} (${each.email})`])}
          {...form.field('member_id')}
          value={memberId}
        />
      </div>
      <SelectField label="Role" options={ROLE_OPTIONS} {...form.field('role')} />
      <button type="submit" class="button button-primary">
        Add
      </button>
    </form>
  );
}

const roleOf = (value: string): WorkspaceRole => WORKSPACE_ROLES.find((role) => role === value) ?? 'viewer';
