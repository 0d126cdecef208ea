import { useEffect, useState } from 'preact/hooks';
import type { DocumentView } from '#core/contract/documents';
import { moveDocument } from '../../api/documents.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { mayUse } from '../../state/session.ts';
import { showToast } from '../../state/toasts.ts';
import { useSubmit } from '../../state/use-submit.ts';
import { refreshWorkspaces, uploadWorkspaces, workspaces } from '../../state/workspaces.ts';

export interface MoveDocumentProps {
  readonly document: DocumentView;
  readonly onMoved: () => void;
}

/** Where the document lies, which decides who reaches it, and the way to put it elsewhere. Nothing without workspaces. */
export function MoveDocument({ document, onMoved }: MoveDocumentProps) {
  const here = document.workspace_id ?? '';
  const [chosen, setChosen] = useState(here);
  useEffect(() => void refreshWorkspaces(), []);
  const { busy, failure, submit } = useSubmit(async () => {
    if (chosen === here) return;
    await moveDocument(document.id, chosen === '' ? null : chosen);
    const name = workspaces.value.find(({ id }) => id === chosen)?.name;
    showToast(name === undefined ? 'It lies in no workspace now.' : `It lies in “${name}” now.`);
    onMoved();
  });
  const places = uploadWorkspaces().filter(({ id }) => id !== here);
  const own = workspaces.value.find(({ id }) => id === here);
  const mayChange = own === undefined ? mayUse('documents.update') : own.permissions.includes('documents.update');
  const mayUseNone = here === '' || mayUse('documents.create');
  if (!mayChange || (places.length === 0 && here === '')) return null;
  return (
    <form class="mb-6 flex flex-col gap-3" onSubmit={submit}>
      <FormFailure failure={failure} />
      <div class="flex flex-wrap items-end gap-2">
        <div class="min-w-0 flex-1 basis-52">
          <SelectField
            label="Lies in"
            value={chosen}
            options={[
              ...(mayUseNone ? [['', 'No workspace'] as const] : []),
              ...(here === '' ? [] : [[here, own?.name ?? here] as const]),
              ...places.map(({ id, name }) => [id, name] as const),
            ]}
            onChange={setChosen}
          />
        </div>
        <button type="submit" class="button min-h-10" aria-disabled={busy || chosen === here}>
          Move
        </button>
      </div>
    </form>
  );
}
