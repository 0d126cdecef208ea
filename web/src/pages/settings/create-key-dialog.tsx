import { useState } from 'preact/hooks';
import type { Permission } from '#core/domain/permissions';
import { type CreatedApiKey, createApiKey } from '../../api/api-keys.ts';
import { fieldMessages } from '../../api/problems.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { Icon } from '../../components/icon.tsx';
import { TextField } from '../../components/text-field.tsx';
import { session } from '../../state/session.ts';
import { PermissionPicker } from './permission-picker.tsx';

export interface CreateKeyDialogProps {
  readonly onCreated: () => void;
  readonly onClose: () => void;
}

export function CreateKeyDialog({ onCreated, onClose }: CreateKeyDialogProps) {
  const now = session.value;
  const held: readonly Permission[] = now.state === 'signed-in' ? now.identity.permissions : [];
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<Permission>>(() => usual(held));
  const [created, setCreated] = useState<CreatedApiKey | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const messages = fieldMessages(failure);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy || chosen.size === 0) return;
    setBusy(true);
    setFailure(null);
    try {
      setCreated(await createApiKey({ name: name.trim(), permissions: held.filter((each) => chosen.has(each)) }));
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
