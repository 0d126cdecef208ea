import { listDocumentPermissions } from '../../api/grants.ts';
import { usePages } from '../../state/use-pages.ts';
import { permissionLine } from '../../wording/permission-words.ts';
import { LoadFrame } from '../load-frame.tsx';

/** What comes of roles, workspace and grants, member by member; the server decides and tells. */
export function DocumentReach({ documentId }: { readonly documentId: string }) {
  const { list, reload, loadMore } = usePages((cursor, signal) => listDocumentPermissions(documentId, cursor, signal));
  return (
    <LoadFrame loaded={list} what="what each person may do" onRetry={reload}>
      {({ data, next_cursor: next }) => (
        <>
          <ul aria-label="What each person may do">
            {data.map((member) => (
              <li
                key={member.member_id}
                class="grid gap-x-4 border-line border-b py-2 last:border-b-0 sm:grid-cols-[1fr_2fr]"
              >
                <span class="min-w-0">
                  <span class="block break-words font-medium">
                    {member.first_name} {member.last_name}
                  </span>
                  <span class="block text-ink-faint text-sm">
                    {member.role_name}
                    {member.workspace_role !== null && `, ${member.workspace_role} in the workspace`}
                  </span>
                </span>
                <span class={member.permissions.length === 0 ? 'text-ink-faint' : 'text-ink-soft'}>
                  {member.permissions.length === 0 ? 'Does not see it' : permissionLine('document', member.permissions)}
                </span>
              </li>
            ))}
          </ul>
          {next !== null && (
            <button type="button" class="button mt-2" onClick={loadMore}>
              Load more
            </button>
          )}
        </>
      )}
    </LoadFrame>
  );
}
