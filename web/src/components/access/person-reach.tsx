import { useState } from 'preact/hooks';
import type { GrantView } from '#core/contract/grants';
import { readMemberPermissions } from '../../api/people.ts';
import { useLoad } from '../../state/use-load.ts';
import { permissionLine } from '../../wording/permission-words.ts';
import { LoadFrame } from '../load-frame.tsx';
import { SelectField } from '../select-field.tsx';
import type { Subject } from './access-target.ts';
import { type PlaceOfReach, permissionsOnObject } from './permissions-on-object.ts';

export interface PersonReachProps {
  readonly members: readonly Subject[];
  readonly place: PlaceOfReach;
  /** All that is granted on it, to whomever. */
  readonly grants: readonly GrantView[];
}

/** What one person may do on a workspace or a template. */
export function PersonReach({ members, place, grants }: PersonReachProps) {
  const [chosen, setChosen] = useState('');
  const member = members.find(({ id }) => id === chosen) ?? members[0];
  if (!member) return null;
  return (
    <div class="flex flex-col gap-3">
      <SelectField
        label="Person"
        value={member.id}
        options={members.map(({ id, name }) => [id, name] as const)}
        onChange={setChosen}
      />
      <Held key={member.id} memberId={member.id} place={place} grants={grants} />
    </div>
  );
}

interface HeldProps extends Pick<PersonReachProps, 'place' | 'grants'> {
  readonly memberId: string;
}

function Held({ memberId, place, grants }: HeldProps) {
  const [access, reload] = useLoad((signal) => readMemberPermissions(memberId, signal));
  return (
    <LoadFrame loaded={access} what="what they may do" onRetry={reload}>
      {(value) => {
        const held = permissionsOnObject(place, value, grants, Date.now());
        return (
          <p role="status">
            {held.length === 0 ? (
              <>Does not see it, as {value.role_name}.</>
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
