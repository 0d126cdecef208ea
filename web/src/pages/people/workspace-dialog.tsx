import type { WorkspaceView } from '#core/contract/workspaces';
import type { WorkspaceAccess } from '#core/domain/workspaces';
import { createWorkspace, updateWorkspace } from '../../api/workspaces.ts';
import { NameField } from '../../components/account-fields.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { showToast } from '../../state/toasts.ts';
import { useForm } from '../../state/use-form.ts';

const CHOICES: readonly (readonly [value: WorkspaceAccess, title: string, text: string])[] = [
  ['open', 'Open', 'Everyone in the organization can access its documents, as far as their role allows.'],
  ['restricted', 'Members only', 'Only its members can access its documents, and people who manage members.'],
];

interface WorkspaceValues {
  readonly name: string;
  readonly access: WorkspaceAccess;
}

export interface WorkspaceDialogProps {
  /** Null to create one. */
  readonly workspace: WorkspaceView | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function WorkspaceDialog({ workspace, onDone, onClose }: WorkspaceDialogProps) {
  const form = useForm<WorkspaceValues>({
    start: { name: workspace?.name ?? '', access: workspace?.access ?? 'open' },
    submit: async ({ name, access }) => {
      const body = { name: name.trim(), access };
      await (workspace === null ? createWorkspace(body) : updateWorkspace(workspace.id, body));
      showToast(workspace === null ? `“${body.name}” created. You are its manager.` : `“${body.name}” updated.`);
      onDone();
    },
  });
  return (
    <FormDialog
      title={workspace === null ? 'New workspace' : `Edit “${workspace.name}”`}
      action={workspace === null ? 'Create' : 'Save'}
      form={form}
      onClose={onClose}
    >
      <NameField {...form.field('name')} autofocus />
      <fieldset class="flex flex-col gap-3">
        <legend class="mb-1.5 font-medium text-sm">Who can access its documents</legend>
        {CHOICES.map(([value, title, text]) => (
          <label key={value} class="flex cursor-pointer gap-2.5">
            <input
              type="radio"
              name="access"
              class="mt-1 size-4 accent-accent"
              checked={form.values.access === value}
              onChange={() => form.set({ access: value })}
            />
            <span>
              {title}
              <span class="block text-ink-faint text-sm">{text}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </FormDialog>
  );
}
