import type { RoleView } from '#core/contract/roles';
import { session } from '../../state/session.ts';
import { grantableRoles } from './grantable-roles.ts';

export interface RoleSelectProps {
  readonly label: string;
  readonly value: string;
  /** The name of the current role, for when it is not among those offered. */
  readonly valueName: string;
  /** Custom roles to offer. */
  readonly custom: readonly RoleView[];
  readonly onChange: (role: string) => void;
}

/** Selects one of the roles that the user may grant. */
export function RoleSelect({ label, value, valueName, custom, onChange }: RoleSelectProps) {
  const now = session.value;
  const offered = grantableRoles(now.state === 'signed-in' ? now.identity.permissions : []);
  return (
    <select
      class="input w-auto min-w-32"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {!offered.includes(value) && !custom.some((role) => role.id === value) && (
        <option value={value}>{valueName}</option>
      )}
      {offered.map((role) => (
        <option key={role} value={role}>
          {role}
        </option>
      ))}
      {custom.map((role) => (
        <option key={role.id} value={role.id}>
          {role.name}
        </option>
      ))}
    </select>
  );
}
