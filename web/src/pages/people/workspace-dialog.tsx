import { useState } from 'preact/hooks';
import type { WorkspaceView } from '#core/contract/workspaces';
import type { WorkspaceAccess } from '#core/domain/workspaces';
import { createWorkspace, updateWorkspace } from '../../api/workspaces.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { showToast } from '../../state/toasts.ts';
import { useSubmit } from '../../state/use-submit.ts';

const CHOICES: readonly (readonly [value: WorkspaceAccess, title: string, text: string])[] = [
  ['open', 'Open', 'Everybody in the organization reaches its documents, as their role allows.'],
  ['restricted', 'For its members', 'Only its members reach its documents, and those who manage members.'],
];

export interface WorkspaceDialogProps {
  /** Null: a new one. */
  readonly workspace: WorkspaceView | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function WorkspaceDialog({ workspace, onDone, onClose }: WorkspaceDialogProps) {
  const [name, setName] = useState(workspace?.name ?? '');
  const [access, setAccess] = useState<WorkspaceAccess>(workspace?.access ?? 'open');
  const submission = useSubmit(async () => {
    const body = { name: name.trim(), access };
    await (workspace === null ? createWorkspace(body) : updateWorkspace(workspace.id, body));
    showToast(`“${body.name}” is ${workspace === null ? 'made; you are its manager' : 'changed'}.`);
    onDone();
  });
  return (
    <FormDialog
      title={workspace === null ? 'New workspace' : `Change “${workspace.name}”`}
      action={workspace === null ? 'Create' : 'Save'}
      submission={submission}
      onClose={onClose}
    >
      <TextField
        label="Name"
        name="name"
        autocomplete="off"
        autofocus
        maxLength={100}
        value={name}
        onChange={setName}
        error={submission.messages['name']}
      />
      <fieldset class="flex flex-col gap-3">
        <legend class="mb-1.5 font-medium text-sm">Who reaches its documents</legend>
        {CHOICES.map(([value, title, text]) => (
          <label key={value} class="flex cursor-pointer gap-2.5">
            <input
              type="radio"
              name="access"
              class="mt-1 size-4 accent-accent"
              checked={access === value}
              onChange={() => setAccess(value)}
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
