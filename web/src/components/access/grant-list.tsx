import type { GrantView } from '#core/contract/grants';
import type { GrantSubject } from '#core/domain/grants';
import type { Permission } from '#core/domain/permissions';
import { revokeGrant } from '../../api/grants.ts';
import { formatTime } from '../../formatting/dates.ts';
import { runAction } from '../../state/run-action.ts';
import type { Pages } from '../../state/use-pages.ts';
import { permissionLine } from '../../wording/permission-words.ts';
import { LoadFrame } from '../load-frame.tsx';
import { type Subjects, subjectName } from './access-target.ts';

const SUBJECT_WORDS: Readonly<Record<GrantSubject, string>> = {
  member: '',
  role: 'Everybody with the role ',
  workspace: 'Everybody in ',
};

export interface GrantListProps {
  readonly list: Pages<GrantView>['list'];
  readonly subjects: Subjects;
  /** Nobody takes back what they could not grant. */
  readonly offered: readonly Permission[];
  readonly onChanged: () => void;
  readonly onMore: () => void;
}

export function GrantList({ list, subjects, offered, onChanged, onMore }: GrantListProps) {
  return (
    <LoadFrame loaded={list} what="the grants" onRetry={onChanged}>
      {({ data, next_cursor: next }) => (
        <>
          {data.length === 0 && <p class="text-ink-soft text-sm">Nothing. Roles and workspaces alone decide.</p>}
          <ul>
            {data.map((grant) => {
              const name = `${SUBJECT_WORDS[grant.subject_kind]}${subjectName(subjects, grant.subject_kind, grant.subject_id)}`;
              return (
                <li
                  key={grant.id}
                  class="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b py-2.5 last:border-b-0"
                >
                  <div class="min-w-0 flex-1 basis-56">
                    <p class="break-words font-medium">{name}</p>
                    <p class="text-ink-soft text-sm">
                      {permissionLine(grant.object_kind, grant.permissions)}
                      {grant.expires_at !== null && ` · until ${formatTime(grant.expires_at)}`}
                    </p>
                  </div>
                  {grant.permissions.every((each) => offered.includes(each)) && (
                    <button
                      type="button"
                      class="button"
                      aria-label={`Take back: ${name}`}
                      onClick={() => runAction(revokeGrant(grant.id), 'Taken back.', onChanged)}
                    >
                      Take back
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
          {next !== null && (
            <button type="button" class="button mt-2" onClick={onMore}>
              Load more
            </button>
          )}
        </>
      )}
    </LoadFrame>
  );
}
