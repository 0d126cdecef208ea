import { mayUse } from '../../state/session.ts';
import { useTitle } from '../../state/use-title.ts';
import { InvitationsSection } from './invitations-section.tsx';
import { MembersSection } from './members-section.tsx';
import { RolesSection } from './roles-section.tsx';
import { WorkspacesSection } from './workspaces-section.tsx';

export function PeoplePage() {
  useTitle('People');
  return (
    <div class="h-full overflow-y-auto">
      <div class="mx-auto flex max-w-6xl flex-col gap-10 px-4 py-8 sm:px-6">
        <h1 class="font-semibold text-2xl tracking-tight">People</h1>
        {mayUse('members.read') && <MembersSection mayManage={mayUse('members.manage')} />}
        {mayUse('members.invite') && <InvitationsSection />}
        {mayUse('workspaces.read') && <WorkspacesSection />}
        {mayUse('roles.read') && <RolesSection />}
      </div>
    </div>
  );
}
