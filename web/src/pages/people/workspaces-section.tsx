import { useState } from 'preact/hooks';
import type { WorkspaceView } from '#core/contract/workspaces';
import { listWorkspaces, updateWorkspace } from '../../api/workspaces.ts';
import { AccessDialog } from '../../components/access/access-dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { ListCard } from '../../components/page-list.tsx';
import { Section } from '../../components/section.tsx';
import { runAction } from '../../state/run-action.ts';
import { mayUse } from '../../state/session.ts';
import { usePages } from '../../state/use-pages.ts';
import { WorkspaceDialog } from './workspace-dialog.tsx';
import { WorkspaceMembersDialog } from './workspace-members-dialog.tsx';

type Opened =
  | { readonly kind: 'new' }
  | { readonly kind: 'edit' | 'members' | 'access'; readonly workspace: WorkspaceView }
  | null;

/** The workspaces of the organization, with their members and access. */
export function WorkspacesSection() {
  const workspaces = usePages(listWorkspaces);
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const done = () => {
    close();
    workspaces.reload();
  };
  const archive = (workspace: WorkspaceView) =>
    runAction(
      updateWorkspace(workspace.id, { archived: !workspace.archived }),
      `“${workspace.name}” ${workspace.archived ? 'restored' : 'archived'}.`,
      workspaces.reload,
    );
  return (
    <Section
      title="Workspaces"
      action={
        mayUse('workspaces.manage') && (
          <button type="button" class="button" onClick={() => setOpened({ kind: 'new' })}>
            <Icon name="plus" /> New workspace
          </button>
        )
      }
    >
      <ListCard
        pages={workspaces}
        what="the workspaces"
        empty={{
          icon: 'folder',
          title: 'No workspaces',
          text: 'Workspaces group documents by team, and can restrict access to the team.',
        }}
      >
        {(each) => (
          <WorkspaceRow
            key={each.id}
            workspace={each}
            onMembers={() => setOpened({ kind: 'members', workspace: each })}
            onAccess={() => setOpened({ kind: 'access', workspace: each })}
            onEdit={() => setOpened({ kind: 'edit', workspace: each })}
            onArchive={() => archive(each)}
          />
        )}
      </ListCard>
      {opened?.kind === 'new' && <WorkspaceDialog workspace={null} onDone={done} onClose={close} />}
      {opened?.kind === 'edit' && <WorkspaceDialog workspace={opened.workspace} onDone={done} onClose={close} />}
      {opened?.kind === 'access' && (
        <AccessDialog target={{ kind: 'workspace', workspace: opened.workspace }} onClose={close} />
      )}
      {opened?.kind === 'members' && <WorkspaceMembersDialog workspace={opened.workspace} onClose={done} />}
    </Section>
  );
}

interface WorkspaceRowProps {
  readonly workspace: WorkspaceView;
  readonly onMembers: () => void;
  readonly onAccess: () => void;
  readonly onEdit: () => void;
  readonly onArchive: () => void;
}

function WorkspaceRow({ workspace, onMembers, onAccess, onEdit, onArchive }: WorkspaceRowProps) {
  const { name, access, archived, member_count: members, role } = workspace;
  const manages = workspace.permissions.includes('workspaces.manage');
  const facts = [
    access === 'open' ? 'open to the organization' : 'members only',
    members === 1 ? '1 member' : `${members} members`,
    role !== null && `you are ${role}`,
  ].filter((fact) => fact !== false);
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-3.5 last:border-b-0">
      <div class="min-w-48 flex-1">
        <p class={`break-words font-medium ${archived ? 'text-ink-faint' : ''}`}>
          {name} {archived && <span class="ml-1 font-normal text-sm">Archived</span>}
        </p>
        <p class="text-ink-faint text-sm first-letter:uppercase">{facts.join(' · ')}</p>
      </div>
      <div class="flex flex-wrap gap-2">
        <button type="button" class="button" aria-label={`Members of ${name}`} onClick={onMembers}>
          Members
        </button>
        <button type="button" class="button" aria-label={`Access to ${name}`} onClick={onAccess}>
          Access
        </button>
        {manages && (
          <>
            <button type="button" class="button" aria-label={`Edit ${name}`} onClick={onEdit}>
              Edit
            </button>
            <button
              type="button"
              class="button"
              aria-label={archived ? `Restore ${name}` : `Archive ${name}`}
              onClick={onArchive}
            >
              {archived ? 'Restore' : 'Archive'}
            </button>
          </>
        )}
      </div>
    </li>
  );
}
