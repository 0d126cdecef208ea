import { useState } from 'preact/hooks';
import type { RoleView } from '#core/contract/roles';
import { listAllRoles } from '../../api/people.ts';
import { Icon } from '../../components/icon.tsx';
import { LoadFrame } from '../../components/load-frame.tsx';
import { Section } from '../../components/section.tsx';
import { mayUse } from '../../state/session.ts';
import { useLoad } from '../../state/use-load.ts';
import { useNarrowScreen } from '../../state/use-narrow-screen.ts';
import { RoleCard } from './role-card.tsx';
import { RoleDialog } from './role-dialog.tsx';
import { RoleMatrix } from './role-matrix.tsx';

/** The permissions of each role: a matrix on wide screens, one role at a time on narrow ones. */
export function RolesSection() {
  const [roles, reload] = useLoad(listAllRoles);
  const [editing, setEditing] = useState<RoleView | 'new' | null>(null);
  const narrow = useNarrowScreen();
  const mayManage = mayUse('roles.manage');
  const Roles = narrow ? RoleCard : RoleMatrix;
  return (
    <Section
      title="Roles"
      action={
        mayManage && (
          <button type="button" class="button" onClick={() => setEditing('new')}>
            <Icon name="plus" /> New role
          </button>
        )
      }
    >
      <LoadFrame loaded={roles} what="the roles" onRetry={reload}>
        {(value) => <Roles roles={customFirst(value)} onEdit={mayManage ? setEditing : null} />}
      </LoadFrame>
      {editing !== null && (
        <RoleDialog
          role={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onDone={() => {
            setEditing(null);
            reload();
          }}
        />
      )}
    </Section>
  );
}

/** Editable roles come first, where they are visible without scrolling. */
const customFirst = (roles: readonly RoleView[]): readonly RoleView[] =>
  roles.toSorted((a, b) => Number(b.kind === 'custom') - Number(a.kind === 'custom'));
