import { useState } from 'preact/hooks';
import type { InvitationView } from '#core/contract/invitations';
import { listInvitations, resendInvitation, revokeInvitation } from '../../api/people.ts';
import { Icon } from '../../components/icon.tsx';
import { ListCard } from '../../components/page-list.tsx';
import { Section } from '../../components/section.tsx';
import { formatAge } from '../../formatting/dates.ts';
import { runAction } from '../../state/run-action.ts';
import { usePages } from '../../state/use-pages.ts';
import { InviteDialog } from './invite-dialog.tsx';

export function InvitationsSection() {
  const pages = usePages(listInvitations);
  const [inviting, setInviting] = useState(false);
  return (
    <Section
      title="Invitations"
      action={
        <button type="button" class="button" onClick={() => setInviting(true)}>
          <Icon name="plus" /> Invite
        </button>
      }
    >
      <ListCard
        pages={pages}
        what="the invitations"
        empty={{
          icon: 'inbox',
          title: 'No invitations',
          text: 'Invite people by e-mail. The link in the mail lets them join.',
        }}
      >
        {(each) => (
          <InvitationRow
            key={each.id}
            invitation={each}
            onResend={() => runAction(resendInvitation(each.id), `Invitation resent to ${each.email}.`, pages.reload)}
            onRevoke={() => runAction(revokeInvitation(each.id), `Invitation of ${each.email} revoked.`, pages.reload)}
          />
        )}
      </ListCard>
      {inviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onInvited={() => {
            setInviting(false);
            pages.reload();
          }}
        />
      )}
    </Section>
  );
}

interface InvitationRowProps {
  readonly invitation: InvitationView;
  readonly onResend: () => void;
  readonly onRevoke: () => void;
}

const STATUS_WORDS: Readonly<Record<InvitationView['status'], string>> = {
  open: 'Pending',
  accepted: 'Accepted',
  revoked: 'Revoked',
  expired: 'Expired',
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
          <button type="button" class="button" aria-label={`Resend to ${email}`} onClick={onResend}>
            Resend
          </button>
          <button type="button" class="button" aria-label={`Revoke the invitation of ${email}`} onClick={onRevoke}>
            Revoke
          </button>
        </div>
      )}
    </li>
  );
}
