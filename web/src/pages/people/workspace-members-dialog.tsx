import { useState } from 'preact/hooks';
import type { WorkspaceMemberView, WorkspaceView } from '#core/contract/workspaces';
import { WORKSPACE_ROLES, type WorkspaceRole } from '#core/domain/workspaces';
import { listAllMembers } from '../../api/people.ts';
import { listWorkspaceMembers, putWorkspaceMember, removeWorkspaceMember } from '../../api/workspaces.ts';
import { Dialog } from '../../components/dialog.tsx';
import { LoadFrame } from '../../components/load-frame.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { runAction } from '../../state/run-action.ts';
import { useLoad } from '../../state/use-load.ts';

const ROLE_OPTIONS = WORKSPACE_ROLES.map((role) => [role, role] as const);

export interface WorkspaceMembersDialogProps {
  readonly workspace: WorkspaceView;
  readonly onClose: () => void;
}

/** Who is in a workspace; its managers add people, change their roles and take them out. */
export function WorkspaceMembersDialog({ workspace, onClose }: WorkspaceMembersDialogProps) {
  const [members, reload] = useLoad((signal) => listWorkspaceMembers(workspace.id, signal));
  const manages = workspace.permissions.includes('workspaces.manage');
  const run = (work: Promise<void>, done: string) => runAction(work, done, reload);
  return (
    <Dialog title={`Members of “${workspace.name}”`} wide onClose={onClose}>
      <LoadFrame loaded={members} what="the members" onRetry={reload}>
        {({ data }) => (
          <div class="flex flex-col gap-5">
            {data.length === 0 && <p class="text-ink-soft">Nobody is in it yet.</p>}
            <ul>
              {data.map((member) => (
                <MemberRow
                  key={member.member_id}
                  member={member}
                  manages={manages}
                  onRole={(role) =>
                    run(
                      putWorkspaceMember(workspace.id, member.member_id, role),
                      `${member.first_name} is ${role} now.`,
                    )
                  }
                  onRemove={() =>
                    run(removeWorkspaceMember(workspace.id, member.member_id), `${member.first_name} is out of it.`)
                  }
                />
              ))}
            </ul>
            {manages && (
              <AddMember
                present={new Set(data.map((each) => each.member_id))}
                onAdd={(memberId, role) => run(putWorkspaceMember(workspace.id, memberId, role), 'Added.')}
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
          <button type="button" class="button" aria-label={`Take out: ${name}`} onClick={onRemove}>
            Take out
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
  const [chosen, setChosen] = useState('');
  const [role, setRole] = useState<WorkspaceRole>('editor');
  if (members.state !== 'ready') return null;
  const free = members.value.filter((each) => !present.has(each.id));
  if (free.length === 0) return <p class="text-ink-faint text-sm">Everybody in the organization is in it.</p>;
  const memberId = free.some((each) => each.id === chosen) ? chosen : (free[0]?.id ?? '');
  return (
    <form
      class="flex flex-wrap items-end gap-3 border-line border-t pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(memberId, role);
      }}
    >
      <div class="min-w-48 flex-1">
        <SelectField
          label="Add"
          value={memberId}
          options={free.map((each) => [each.id, `${each.first_name} ${each.last_name} (${each.email})`])}
          onChange={setChosen}
        />
      </div>
      <SelectField label="As" value={role} options={ROLE_OPTIONS} onChange={(value) => setRole(roleOf(value))} />
      <button type="submit" class="button button-primary">
        Add
      </button>
    </form>
  );
}

const roleOf = (value: string): WorkspaceRole => WORKSPACE_ROLES.find((role) => role === value) ?? 'viewer';
