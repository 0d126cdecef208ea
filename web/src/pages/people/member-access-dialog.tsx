import type { EffectivePermissions, MemberView } from '#core/contract/members';
import { readMemberPermissions } from '../../api/people.ts';
import { Dialog } from '../../components/dialog.tsx';
import { LoadFrame } from '../../components/load-frame.tsx';
import { formatTime } from '../../formatting/dates.ts';
import { useLoad } from '../../state/use-load.ts';

/** The permissions of a member, by source: role, workspaces, grants. */
export function MemberAccessDialog({ member, onClose }: { readonly member: MemberView; readonly onClose: () => void }) {
  const [access, reload] = useLoad((signal) => readMemberPermissions(member.id, signal));
  return (
    <Dialog title={`Access of ${member.first_name} ${member.last_name}`} wide onClose={onClose}>
      <LoadFrame loaded={access} what="their permissions" onRetry={reload}>
        {(value) => <Access access={value} />}
      </LoadFrame>
    </Dialog>
  );
}

function Access({ access }: { readonly access: EffectivePermissions }) {
  return (
    <div class="flex flex-col gap-5">
      <section>
        <h3 class="font-medium text-sm">As {access.role_name} in the organization</h3>
        <Permissions names={access.permissions} />
      </section>
      {access.workspaces.length > 0 && (
        <section>
          <h3 class="font-medium text-sm">In workspaces</h3>
          <ul class="mt-1">
            {access.workspaces.map((each) => (
              <li key={each.id} class="flex justify-between gap-4 border-line border-b py-1.5 last:border-b-0">
                <span class="break-words">{each.name}</span>
                <span class="text-ink-soft">{each.role}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {access.grants.length > 0 && (
        <section>
          <h3 class="font-medium text-sm">Grants on single objects</h3>
          <ul class="mt-1">
            {access.grants.map((each) => (
              <li key={each.id} class="border-line border-b py-1.5 last:border-b-0">
                <span class="font-mono text-sm">{each.object_id}</span>
                {each.expires_at !== null && (
                  <span class="text-ink-faint text-sm"> until {formatTime(each.expires_at)}</span>
                )}
                <Permissions names={each.permissions} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Permissions({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return <p class="text-ink-faint text-sm">None.</p>;
  return <p class="mt-1 break-words font-mono text-ink-soft text-xs leading-relaxed">{names.join(', ')}</p>;
}
