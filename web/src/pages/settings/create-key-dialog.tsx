import { useState } from 'preact/hooks';
import type { Permission } from '#core/domain/permissions';
import { type CreatedApiKey, createApiKey } from '../../api/api-keys.ts';
import { fieldMessages } from '../../api/problems.ts';
import { listWorkspaces } from '../../api/workspaces.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { Icon } from '../../components/icon.tsx';
import { PermissionPicker } from '../../components/permission-picker.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { session } from '../../state/session.ts';
import { useLoad } from '../../state/use-load.ts';

export interface CreateKeyDialogProps {
  readonly onCreated: () => void;
  readonly onClose: () => void;
}

export function CreateKeyDialog({ onCreated, onClose }: CreateKeyDialogProps) {
  const now = session.value;
  const held: readonly Permission[] = now.state === 'signed-in' ? now.identity.permissions : [];
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<Permission>>(() => usual(held));
  const [networks, setNetworks] = useState('');
  const [workspace, setWorkspace] = useState('');
  const [workspaces] = useLoad(listWorkspaces);
  const [created, setCreated] = useState<CreatedApiKey | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const messages = fieldMessages(failure);
  const networkMessage = Object.entries(messages).find(([field]) => field.startsWith('allowed_networks'))?.[1];

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy || chosen.size === 0) return;
    setBusy(true);
    setFailure(null);
    try {
      const allowed = networks.split(/[\s,]+/).filter((each) => each !== '');
      setCreated(
        await createApiKey({
          name: name.trim(),
          permissions: held.filter((each) => chosen.has(each)),
          ...(allowed.length === 0 ? {} : { allowed_networks: allowed }),
          ...(workspace === '' ? {} : { workspace_id: workspace }),
        }),
      );
      onCreated();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  if (created) return <SecretDialog apiKey={created} onClose={onClose} />;
  return (
    <Dialog title="New API key" wide onClose={onClose}>
      <form class="flex flex-col gap-5" onSubmit={(event) => void submit(event)}>
        {Object.keys(messages).length === 0 && <FormFailure failure={failure} />}
        <TextField
          label="Name"
          name="key-name"
          autocomplete="off"
          autofocus
          maxLength={100}
          hint="What uses it, such as “Bookkeeping import”."
          value={name}
          onChange={setName}
          error={messages['name']}
        />
        <div class="grid gap-5 sm:grid-cols-2">
          <TextField
            label="Only from these networks"
            name="networks"
            autocomplete="off"
            optional
            hint="Such as 203.0.113.0/24, 2001:db8::/32. Empty: from anywhere."
            value={networks}
            onChange={setNetworks}
            error={networkMessage}
          />
          {workspaces.state === 'ready' && workspaces.value.data.length > 0 && (
            <SelectField
              label="Only in this workspace"
              value={workspace}
              options={[
                ['', 'Wherever you reach'],
                ...workspaces.value.data.filter((each) => !each.archived).map((each) => [each.id, each.name] as const),
              ]}
              onChange={setWorkspace}
              hint="Such a key sees nothing else of the organization."
            />
          )}
        </div>
        <PermissionPicker held={held} chosen={chosen} onChange={setChosen} />
        <div class="flex items-center justify-end gap-2">
          {chosen.size === 0 && <p class="mr-auto text-danger text-sm">Choose at least one permission.</p>}
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button button-primary" aria-disabled={busy || chosen.size === 0}>
            Create the key
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** What a program that hands documents in and takes results out needs; more is a decision. */
function usual(held: readonly Permission[]): ReadonlySet<Permission> {
  const wanted: readonly Permission[] = ['documents.read', 'documents.create'];
  return new Set(wanted.filter((each) => held.includes(each)));
}

function SecretDialog({ apiKey, onClose }: { readonly apiKey: CreatedApiKey; readonly onClose: () => void }) {
  return (
    <Dialog title={`“${apiKey.name}” is created`} wide onClose={onClose}>
      <div class="flex flex-col gap-4">
        <p class="flex gap-2.5 rounded-lg bg-review-soft px-3.5 py-3 text-review text-sm">
          <Icon name="alert" class="mt-0.5 size-4" />
          Copy the secret now. It is shown this once and stored nowhere.
        </p>
        <div class="flex items-center gap-2">
          <code class="min-w-0 flex-1 select-all break-all rounded-lg bg-sunken px-3.5 py-2.5 font-mono text-sm">
            {apiKey.secret}
          </code>
          <CopyButton text={apiKey.secret} what="the secret" />
        </div>
        <div class="flex justify-end">
          <button type="button" class="button button-primary" onClick={onClose}>
            I have stored it
          </button>
        </div>
      </div>
    </Dialog>
  );
}
