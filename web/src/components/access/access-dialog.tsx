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
import { DocumentReach } from './document-reach.tsx';
import { GrantForm } from './grant-form.tsx';
import { GrantList } from './grant-list.tsx';
import { PersonReach } from './person-reach.tsx';

export interface AccessDialogProps {
  readonly target: AccessTarget;
  readonly onClose: () => void;
  /** Stands above it all: what else decides who reaches it. */
  readonly children?: ComponentChildren;
}

/** Who may do what on a document, a workspace or a template: what was granted on it alone, and what comes of it all. */
export function AccessDialog({ target, onClose, children }: AccessDialogProps) {
  const [subjects, reload] = useLoad(loadSubjects);
  return (
    <Dialog title={`Access to “${nameOf(target)}”`} wide onClose={onClose}>
      {children}
      <LoadFrame loaded={subjects} what="the people" onRetry={reload}>
        {(value) => <Access target={target} subjects={value} />}
      </LoadFrame>
    </Dialog>
  );
}

function Access({ target, subjects }: { readonly target: AccessTarget; readonly subjects: Subjects }) {
  const now = session.value;
  const own: readonly Permission[] = now.state === 'signed-in' ? now.identity.permissions : [];
  const offered = grantableOn(target, subjects, own);
  if (offered === null) return <Reach target={target} subjects={subjects} grants={null} />;
  return <ManagedAccess target={target} subjects={subjects} offered={offered} />;
}

interface ManagedAccessProps {
  readonly target: AccessTarget;
  readonly subjects: Subjects;
  readonly offered: readonly Permission[];
}

function ManagedAccess({ target, subjects, offered }: ManagedAccessProps) {
  const object = referenceOf(target);
  const { list, reload, loadMore } = usePages((cursor, signal) => listGrantsOn(object, cursor, signal));
  const [changes, setChanges] = useState(0);
  const changed = () => {
    reload();
    setChanges((now) => now + 1);
  };
  return (
    <div class="flex flex-col gap-6">
      <section>
        <h3 class="mb-2 font-semibold">Granted on this {target.kind} alone</h3>
        <GrantList list={list} subjects={subjects} offered={offered} onChanged={changed} onMore={loadMore} />
        <GrantForm object={object} subjects={subjects} offered={offered} onGranted={changed} />
      </section>
      {/* The key: after a change the server is asked anew. */}
      <Reach key={changes} target={target} subjects={subjects} grants={list.state === 'ready' ? list.value.data : []} />
    </div>
  );
}

interface ReachProps {
  readonly target: AccessTarget;
  readonly subjects: Subjects;
  /** What is granted on it; null for who may not see that. */
  readonly grants: readonly GrantView[] | null;
}

function Reach({ target, subjects, grants }: ReachProps) {
  if (!mayUse('members.read')) return <p class="text-ink-soft">Your role does not include who reaches what.</p>;
  return (
    <section>
      <h3 class="mb-2 font-semibold">What each person may do here</h3>
      {target.kind === 'document' ? (
        <DocumentReach documentId={target.document.id} />
      ) : (
        <PersonReach
          members={subjects.member}
          place={target.kind === 'workspace' ? target : { kind: 'template', id: target.id }}
          grants={grants ?? []}
        />
      )}
      {grants === null && target.kind !== 'document' && (
        <p class="mt-3 text-ink-faint text-sm">Without what was granted on it alone, which its managers see.</p>
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
