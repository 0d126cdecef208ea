import { useEffect } from 'preact/hooks';
import type { DocumentView } from '#core/contract/documents';
import { moveDocument } from '../../api/documents.ts';
import { FormFailure } from '../../components/form-failure.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { mayUse } from '../../state/session.ts';
import { showToast } from '../../state/toasts.ts';
import { useForm } from '../../state/use-form.ts';
import { refreshWorkspaces, uploadWorkspaces, workspaces } from '../../state/workspaces.ts';

export interface MoveDocumentProps {
  readonly document: DocumentView;
  readonly onMoved: () => void;
}

/** Moves a document to another workspace, which changes who has access. Renders nothing where there are no workspaces. */
export function MoveDocument({ document, onMoved }: MoveDocumentProps) {
  const here = document.workspace_id ?? '';
  const form = useForm({
    start: { workspace_id: here },
    submit: async ({ workspace_id: chosen }) => {
      if (chosen === here) return;
      await moveDocument(document.id, chosen === '' ? null : chosen);
      const name = workspaces.value.find(({ id }) => id === chosen)?.name;
      showToast(name === undefined ? 'Moved out of the workspace.' : `Moved to “${name}”.`);
      onMoved();
    },
  });
  useEffect(() => void refreshWorkspaces(), []);
  const places = uploadWorkspaces().filter(({ id }) => id !== here);
  const own = workspaces.value.find(({ id }) => id === here);
  const mayChange = own === undefined ? mayUse('documents.update') : own.permissions.includes('documents.update');
  const mayUseNone = here === '' || mayUse('documents.create');
  if (!mayChange || (places.length === 0 && here === '')) return null;
  return (
    <form class="mb-6 flex flex-col gap-3" onSubmit={form.submit}>
      <FormFailure failure={form.failure} />
      <div class="flex flex-wrap items-end gap-2">
        <div class="min-w-0 flex-1 basis-52">
          <SelectField
            label="Workspace"
            options={[
              ...(mayUseNone ? [['', 'No workspace'] as const] : []),
              ...(here === '' ? [] : [[here, own?.name ?? here] as const]),
              ...places.map(({ id, name }) => [id, name] as const),
            ]}
            {...form.field('workspace_id')}
          />
        </div>
        <button type="submit" class="button min-h-10" aria-disabled={form.busy || form.values.workspace_id === here}>
          Move
        </button>
      </div>
    </form>
  );
}
