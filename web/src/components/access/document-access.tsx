import { listDocumentPermissions } from '../../api/grants.ts';
import { usePages } from '../../state/use-pages.ts';
import { permissionLine } from '../../wording/permission-words.ts';
import { PageList } from '../page-list.tsx';

/** The effective permissions of each member on a document, as the server computes them. */
export function DocumentAccess({ documentId }: { readonly documentId: string }) {
  const pages = usePages((cursor, signal) => listDocumentPermissions(documentId, cursor, signal));
  return (
    <PageList
      pages={pages}
      what="the permissions of each member"
      label="Permissions of each member"
      empty={<p class="text-ink-soft text-sm">There are no members.</p>}
    >
      {(member) => (
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
            {member.permissions.length === 0 ? 'No access' : permissionLine('document', member.permissions)}
          </span>
        </li>
      )}
    </PageList>
  );
}
