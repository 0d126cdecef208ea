import { useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { permissionVerb } from '../../wording/permission-words.ts';
import { PERMISSION_GROUPS } from './permission-groups.ts';
import type { RoleMatrixProps } from './role-matrix.tsx';

/** The permissions of one role, for screens too narrow for the matrix. */
export function RoleCard({ roles, onEdit }: RoleMatrixProps) {
  const [chosen, setChosen] = useState('');
  const role = roles.find(({ id }) => id === chosen) ?? roles[0];
  if (!role) return null;
  const held = new Set(role.permissions);
  return (
    <div class="card flex flex-col gap-4 p-4">
      <SelectField
        label="Role"
        value={role.id}
        options={roles.map(({ id, name }) => [id, name] as const)}
        onChange={setChosen}
      />
      <p class="text-ink-soft text-sm">
        {role.purpose ?? 'Custom role'} · {role.member_count === 1 ? '1 member' : `${role.member_count} members`}
      </p>
      {role.kind === 'custom' && onEdit && (
        <button type="button" class="button self-start" onClick={() => onEdit(role)}>
          Edit role
        </button>
      )}
      <dl class="flex flex-col gap-2.5">
        {[...PERMISSION_GROUPS].map(([group, permissions]) => (
          <div key={group}>
            <dt class="font-medium text-sm first-letter:uppercase">{group}</dt>
            <dd class="mt-0.5 flex flex-wrap gap-x-4 gap-y-1 text-sm">
              {permissions.map((permission) => (
                <span
                  key={permission}
                  class={`inline-flex items-center gap-1 ${held.has(permission) ? '' : 'text-ink-faint line-through'}`}
                >
                  <Icon name={held.has(permission) ? 'check' : 'minus'} class="size-3.5" />
                  {permissionVerb(permission)}
                  <span class="sr-only">{held.has(permission) ? 'yes' : 'no'}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
