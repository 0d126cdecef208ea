import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { GrantView } from '#core/contract/grants';
import type { Permission } from '#core/domain/permissions';
import { listGrantsOn, type ObjectReference } from '../../api/grants.ts';
import { mayUse, session } from '../../state/session.ts';
import { useLoad } from '../../state/use-load.ts';
import { usePages } from '../../state/use-pages.ts';
import { Dialog } from '../dialog.tsx';
import { LoadFrame } from '../load-frame.tsx';
import { type AccessTarget, grantableOn, loadSubjects, type Subjects } from './access-target.ts';
import { DocumentAccess } from './document-access.tsx';
import { GrantForm } from './grant-form.tsx';
import { GrantList } from './grant-list.tsx';
import { MemberAccess } from './member-access.tsx';

export interface AccessDialogProps {
  readonly target: AccessTarget;
  readonly onClose: () => void;
  /** Above the grants: other controls that decide who has access. */
  readonly children?: ComponentChildren;
}

/** Access to a document, a workspace or a template: the grants on it, and the effective permissions of each member. */
export function AccessDialog({ target, onClose, children }: AccessDialogProps) {
  const [subjects, reload] = useLoad(loadSubjects);
  return (
    <Dialog title={`Access to “${nameOf(target)}”`} wide onClose={onClose}>
      {children}
      <LoadFrame loaded={subjects} what="the members" onRetry={reload}>
        {(value) => <Access target={target} subjects={value} />}
      </LoadFrame>
    </Dialog>
  );
}

function Access({ target, subjects }: { readonly target: AccessTarget; readonly subjects: Subjects }) {
  const now = session.value;
  const own: readonly Permission[] = now.state === 'signed-in' ? now.identity.permissions : [];
  const offered = grantableOn(target, subjects, own);
  if (offered === null) return <EffectiveAccess target={target} subjects={subjects} grants={null} />;
  return <ManagedAccess target={target} subjects={subjects} offered={offered} />;
}

interface ManagedAccessProps {
  readonly target: AccessTarget;
  readonly subjects: Subjects;
  readonly offered: readonly Permission[];
}

function ManagedAccess({ target, subjects, offered }: ManagedAccessProps) {
  const object = referenceOf(target);
  const pages = usePages((cursor, signal) => listGrantsOn(object, cursor, signal));
  const [changes, setChanges] = useState(0);
  const changed = () => {
    pages.reload();
    setChanges((now) => now + 1);
  };
  return (
    <div class="flex flex-col gap-6">
      <section>
        <h3 class="mb-2 font-semibold">Grants on this {target.kind}</h3>
        <GrantList grants={pages} subjects={subjects} offered={offered} onChanged={changed} />
        <GrantForm object={object} subjects={subjects} offered={offered} onGranted={changed} />
      </section>
      {/* The key reloads the permissions after a change. */}
      <EffectiveAccess
        key={changes}
        target={target}
        subjects={subjects}
        grants={pages.list.state === 'ready' ? pages.list.value.data : []}
      />
    </div>
  );
}

interface EffectiveAccessProps {
  readonly target: AccessTarget;
  readonly subjects: Subjects;
  /** The grants on the object; null for users who may not see them. */
  readonly grants: readonly GrantView[] | null;
}

function EffectiveAccess({ target, subjects, grants }: EffectiveAccessProps) {
  if (!mayUse('members.read')) return <p class="text-ink-soft">Your role does not include viewing access.</p>;
  return (
    <section>
      <h3 class="mb-2 font-semibold">Effective permissions</h3>
      {target.kind === 'document' ? (
        <DocumentAccess documentId={target.document.id} />
      ) : (
        <MemberAccess
          members={subjects.member}
          place={target.kind === 'workspace' ? target : { kind: 'template', id: target.id }}
          grants={grants ?? []}
        />
      )}
      {grants === null && target.kind !== 'document' && (
        <p class="mt-3 text-ink-faint text-sm">
          Grants on this object are not included; only its managers can see them.
        </p>
      )}
    </section>
  );
}

function nameOf(target: AccessTarget): string {
  switch (target.kind) {
    case 'document':
      return target.document.name;
    case 'workspace':
      return target.workspace.name;
    case 'template':
      return target.name;
  }
}

function referenceOf(target: AccessTarget): ObjectReference {
  switch (target.kind) {
    case 'document':
      return { kind: 'document', id: target.document.id };
    case 'workspace':
      return { kind: 'workspace', id: target.workspace.id };
    case 'template':
      return { kind: 'template', id: target.id };
  }
}
