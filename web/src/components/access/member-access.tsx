import { useState } from 'preact/hooks';
import type { GrantView } from '#core/contract/grants';
import { readMemberPermissions } from '../../api/people.ts';
import { useLoad } from '../../state/use-load.ts';
import { permissionLine } from '../../wording/permission-words.ts';
import { LoadFrame } from '../load-frame.tsx';
import { SelectField } from '../select-field.tsx';
import type { Subject } from './access-target.ts';
import { type AccessPlace, permissionsOnObject } from './permissions-on-object.ts';

export interface MemberAccessProps {
  readonly members: readonly Subject[];
  readonly place: AccessPlace;
  /** All grants on the object. */
  readonly grants: readonly GrantView[];
}

/** The effective permissions of one member on a workspace or a template. */
export function MemberAccess({ members, place, grants }: MemberAccessProps) {
  const [chosen, setChosen] = useState('');
  const member = members.find(({ id }) => id === chosen) ?? members[0];
  if (!member) return null;
  return (
    <div class="flex flex-col gap-3">
      <SelectField
        label="Member"
        value={member.id}
        options={members.map(({ id, name }) => [id, name] as const)}
        onChange={setChosen}
      />
      <Held key={member.id} memberId={member.id} place={place} grants={grants} />
    </div>
  );
}

interface HeldProps extends Pick<MemberAccessProps, 'place' | 'grants'> {
  readonly memberId: string;
}

function Held({ memberId, place, grants }: HeldProps) {
  const [access, reload] = useLoad((signal) => readMemberPermissions(memberId, signal));
  return (
    <LoadFrame loaded={access} what="their permissions" onRetry={reload}>
      {(value) => {
        const held = permissionsOnObject(place, value, grants, Date.now());
        return (
          <p role="status">
            {held.length === 0 ? (
              <>No access as {value.role_name}.</>
            ) : (
              <>
                As {value.role_name}: <span class="text-ink-soft">{permissionLine(place.kind, held)}</span>
              </>
            )}
          </p>
        );
      }}
    </LoadFrame>
  );
}
