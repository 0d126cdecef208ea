import type { GrantView } from '#core/contract/grants';
import type { GrantSubject } from '#core/domain/grants';
import type { Permission } from '#core/domain/permissions';
import { revokeGrant } from '../../api/grants.ts';
import { formatTime } from '../../formatting/dates.ts';
import { runAction } from '../../state/run-action.ts';
import type { Pages } from '../../state/use-pages.ts';
import { permissionLine } from '../../wording/permission-words.ts';
import { PageList } from '../page-list.tsx';
import { type Subjects, subjectName } from './access-target.ts';

const SUBJECT_PREFIXES: Readonly<Record<GrantSubject, string>> = {
  member: '',
  role: 'Everyone with the role ',
  workspace: 'Everyone in ',
};

export interface GrantListProps {
  readonly grants: Pages<GrantView>;
  readonly subjects: Subjects;
  /** Permissions that the user could grant; grants of other permissions cannot be revoked here. */
  readonly offered: readonly Permission[];
  readonly onChanged: () => void;
}

export function GrantList({ grants, subjects, offered, onChanged }: GrantListProps) {
  return (
    <PageList
      pages={grants}
      what="the grants"
      onRetry={onChanged}
      empty={<p class="text-ink-soft text-sm">No grants. Access follows from roles and workspaces only.</p>}
    >
      {(grant) => (
        <GrantRow
          key={grant.id}
          grant={grant}
          name={`${SUBJECT_PREFIXES[grant.subject_kind]}${subjectName(subjects, grant.subject_kind, grant.subject_id)}`}
          revocable={grant.permissions.every((each) => offered.includes(each))}
          onRevoke={() => runAction(revokeGrant(grant.id), 'Grant revoked.', onChanged)}
        />
      )}
    </PageList>
  );
}

interface GrantRowProps {
  readonly grant: GrantView;
  readonly name: string;
  readonly revocable: boolean;
  readonly onRevoke: () => void;
}

function GrantRow({ grant, name, revocable, onRevoke }: GrantRowProps) {
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b py-2.5 last:border-b-0">
      <div class="min-w-0 flex-1 basis-56">
        <p class="break-words font-medium">{name}</p>
        <p class="text-ink-soft text-sm">
          {permissionLine(grant.object_kind, grant.permissions)}
          {grant.expires_at !== null && ` · until ${formatTime(grant.expires_at)}`}
        </p>
      </div>
      {revocable && (
        <button type="button" class="button" aria-label={`Revoke: ${name}`} onClick={onRevoke}>
          Revoke
        </button>
      )}
    </li>
  );
}
