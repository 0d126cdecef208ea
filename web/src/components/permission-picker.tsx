import type { Permission } from '#core/domain/permissions';
import { permissionGroup, permissionVerb } from '../wording/permission-words.ts';

export interface PermissionPickerProps {
  /** Permissions that the user holds and can therefore grant. */
  readonly held: readonly Permission[];
  readonly chosen: ReadonlySet<Permission>;
  readonly onChange: (chosen: ReadonlySet<Permission>) => void;
}

export function PermissionPicker({ held, chosen, onChange }: PermissionPickerProps) {
  const toggle = (permission: Permission) => {
    const next = new Set(chosen);
    if (!next.delete(permission)) next.add(permission);
    onChange(next);
  };
  return (
    <fieldset>
      <legend class="mb-2 flex w-full items-center justify-between gap-3">
        <span class="font-medium text-sm">Permissions</span>
        <span class="flex gap-1 text-sm">
          <button type="button" class="link cursor-pointer px-1" onClick={() => onChange(new Set(held))}>
            All
          </button>
          <button type="button" class="link cursor-pointer px-1" onClick={() => onChange(new Set())}>
            None
          </button>
        </span>
      </legend>
      <div class="max-h-72 gap-x-6 overflow-y-auto rounded-lg border border-line p-4 sm:columns-2">
        {[...Map.groupBy(held, permissionGroup)].map(([group, permissions]) => (
          <div key={group} class="break-inside-avoid pb-2">
            <p class="font-medium text-ink-soft text-sm first-letter:uppercase">{group}</p>
            {permissions.map((permission) => (
              <label key={permission} class="flex cursor-pointer items-center gap-2.5 py-0.5">
                <input
                  type="checkbox"
                  class="size-4 accent-accent"
                  checked={chosen.has(permission)}
                  onChange={() => toggle(permission)}
                />
                {permissionVerb(permission)}
              </label>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
