import { useState } from 'preact/hooks';
import type { MemberView } from '#core/contract/members';
import type { RoleView } from '#core/contract/roles';
import { listMembers, removeMember, updateMember } from '../../api/people.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ListCard } from '../../components/page-list.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { Section } from '../../components/section.tsx';
import { runAction } from '../../state/run-action.ts';
import { session } from '../../state/session.ts';
import { showToast } from '../../state/toasts.ts';
import { usePages } from '../../state/use-pages.ts';
import { MemberAccessDialog } from './member-access-dialog.tsx';
import { RoleSelect } from './role-select.tsx';
import { useCustomRoles } from './use-custom-roles.ts';

/** Lists longer than this get a search field. */
const FEW = 10;

export function MembersSection({ mayManage }: { readonly mayManage: boolean }) {
  const [q, setQ] = useState('');
  const pages = usePages((cursor, signal) => listMembers(q, cursor, signal), q);
  const many = q !== '' || (pages.list.state === 'ready' && pages.list.value.data.length > FEW);
  const custom = useCustomRoles();
  const [removing, setRemoving] = useState<MemberView | null>(null);
  const [shown, setShown] = useState<MemberView | null>(null);
  const now = session.value;
  const me = now.state === 'signed-in' ? now.identity.user.id : '';
  const change = (member: MemberView, to: Parameters<typeof updateMember>[1], done: string) =>
    runAction(updateMember(member.id, to), done, pages.reload);
  return (
    <Section title="Members">
      {many && <SearchField label="Name or e-mail" onSearch={setQ} />}
      <ListCard
        pages={pages}
        what="the members"
        empty={{ icon: 'search', title: 'No matches', text: 'No member matches this search.' }}
      >
        {(member) => (
          <MemberRow
            key={member.id}
            member={member}
            editable={mayManage && member.user_id !== me}
            isMe={member.user_id === me}
            onRole={(role) =>
              change(
                member,
                { role },
                `${member.first_name} is now ${custom.find((each) => each.id === role)?.name ?? role}.`,
              )
            }
            onStatus={(status) =>
              change(member, { status }, `${member.first_name} ${status === 'active' ? 'reactivated' : 'suspended'}.`)
            }
            custom={custom}
            onRemove={() => setRemoving(member)}
            onAccess={() => setShown(member)}
          />
        )}
      </ListCard>
      {shown && <MemberAccessDialog member={shown} onClose={() => setShown(null)} />}
      {removing && (
        <ConfirmDialog
          title={`Remove ${removing.first_name} ${removing.last_name}?`}
          action="Remove"
          onClose={() => setRemoving(null)}
          onConfirm={async () => {
            await removeMember(removing.id);
            showToast(`${removing.first_name} ${removing.last_name} removed.`);
            setRemoving(null);
            pages.reload();
          }}
        >
          <p>
            {removing.first_name}’s sessions and API keys in this organization stop working immediately. Their documents
            stay.
          </p>
        </ConfirmDialog>
      )}
    </Section>
  );
}

interface MemberRowProps {
  readonly member: MemberView;
  readonly editable: boolean;
  readonly isMe: boolean;
  readonly onRole: (role: string) => void;
  readonly onStatus: (status: MemberView['status']) => void;
  readonly custom: readonly RoleView[];
  readonly onRemove: () => void;
  readonly onAccess: () => void;
}

function MemberRow({ member, editable, isMe, custom, onRole, onStatus, onRemove, onAccess }: MemberRowProps) {
  const name = `${member.first_name} ${member.last_name}`;
  const suspended = member.status === 'suspended';
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-3.5 last:border-b-0">
      <div class="min-w-48 flex-1">
        <p class={`font-medium ${suspended ? 'text-ink-faint' : ''}`}>
          {name} {isMe && <span class="font-normal text-ink-faint text-sm">(you)</span>}
          {suspended && <span class="ml-2 font-normal text-review text-sm">Suspended</span>}
        </p>
        <p class="break-all text-ink-faint text-sm">{member.email}</p>
      </div>
      <div class="flex flex-wrap items-center gap-2">
        {!editable && <span class="mr-2 text-ink-soft">{member.role_name}</span>}
        {editable && (
          <RoleSelect
            label={`Role of ${name}`}
            value={member.role}
            valueName={member.role_name}
            custom={custom}
            onChange={onRole}
          />
        )}
        <button type="button" class="button" aria-label={`Access of ${name}`} onClick={onAccess}>
          Access
        </button>
        {editable && (
          <>
            <button
              type="button"
              class="button"
              aria-label={suspended ? `Reactivate ${name}` : `Suspend ${name}`}
              onClick={() => onStatus(suspended ? 'active' : 'suspended')}
            >
              {suspended ? 'Reactivate' : 'Suspend'}
            </button>
            <button type="button" class="button" aria-label={`Remove ${name}`} onClick={onRemove}>
              Remove
            </button>
          </>
        )}
      </div>
    </li>
  );
}
