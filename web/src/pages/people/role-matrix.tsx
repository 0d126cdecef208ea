import type { RoleView } from '#core/contract/roles';
import { Icon } from '../../components/icon.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { permissionVerb } from '../../wording/permission-words.ts';
import { PERMISSION_GROUPS } from './permission-groups.ts';

export interface RoleMatrixProps {
  readonly roles: readonly RoleView[];
  /** Null if the user may not edit roles. Built-in roles cannot be edited. */
  readonly onEdit: ((role: RoleView) => void) | null;
}

/** Roles across, permissions down. */
export function RoleMatrix({ roles, onEdit }: RoleMatrixProps) {
  const held = roles.map((role) => new Set(role.permissions));
  return (
    <ScrollRegion label="Roles and permissions" class="card relative max-h-[80dvh] overflow-auto">
      <table class="w-full border-collapse text-sm">
        <thead class="sticky top-0 z-10 bg-surface shadow-lift">
          <tr class="border-line border-b">
            <th scope="col" class="sticky left-0 bg-surface px-4 py-3 text-left font-medium">
              Permission
            </th>
            {roles.map((role) => (
              <th
                key={role.id}
                scope="col"
                class="min-w-18 px-1.5 py-3 text-center align-bottom font-medium hyphens-auto break-words"
                title={role.purpose ?? 'Custom role'}
              >
                {role.kind === 'custom' && onEdit ? (
                  <button
                    type="button"
                    class="link cursor-pointer"
                    aria-label={`Edit role ${role.name}`}
                    onClick={() => onEdit(role)}
                  >
                    {role.name}
                  </button>
                ) : (
                  role.name
                )}
                <span class="block whitespace-nowrap font-normal text-ink-faint text-xs">
                  {role.member_count === 1 ? '1 member' : `${role.member_count} members`}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        {[...PERMISSION_GROUPS].map(([group, permissions]) => (
          <tbody key={group}>
            <tr>
              <th
                scope="colgroup"
                colSpan={roles.length + 1}
                class="bg-sunken px-4 py-1.5 text-left font-medium text-ink-soft"
              >
                <span class="sticky left-4 inline-block first-letter:uppercase">{group}</span>
              </th>
            </tr>
            {permissions.map((permission) => (
              <tr key={permission} class="border-line border-b last:border-b-0 hover:bg-sunken">
                <th scope="row" class="sticky left-0 bg-surface px-4 py-1.5 text-left font-normal whitespace-nowrap">
                  {permissionVerb(permission)}
                </th>
                {held.map((set, at) => (
                  <td key={roles[at]?.id ?? at} class="px-2 py-1.5 text-center">
                    {set.has(permission) ? (
                      <>
                        <Icon name="check" class="inline size-4" />
                        <span class="sr-only">yes</span>
                      </>
                    ) : (
                      <span class="text-ink-faint">
                        <span aria-hidden="true">·</span>
                        <span class="sr-only">no</span>
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}
