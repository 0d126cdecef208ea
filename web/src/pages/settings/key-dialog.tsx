import { useState } from 'preact/hooks';
import type { ApiKeyView } from '#core/contract/api-keys';
import type { Permission } from '#core/domain/permissions';
import { type CreatedApiKey, createApiKey, updateApiKey } from '../../api/api-keys.ts';
import { listWorkspaces } from '../../api/workspaces.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { PermissionPicker } from '../../components/permission-picker.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { session } from '../../state/session.ts';
import { showToast } from '../../state/toasts.ts';
import { useLoad } from '../../state/use-load.ts';
import { useSubmit } from '../../state/use-submit.ts';
import { changeOf, creationOf, type KeyTerms, newTerms, termsOf } from './key-terms.ts';

export interface KeyDialogProps {
  /** Null: a new one. */
  readonly apiKey: ApiKeyView | null;
  readonly onCreated: (key: CreatedApiKey) => void;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** What a key is called, what it may do, and from and in where; its end only while it is made. */
export function KeyDialog({ apiKey, onCreated, onChanged, onClose }: KeyDialogProps) {
  const now = session.value;
  const held: readonly Permission[] = now.state === 'signed-in' ? now.identity.permissions : [];
  const [terms, setTerms] = useState<KeyTerms>(() => (apiKey === null ? newTerms(held) : termsOf(apiKey)));
  const [workspaces] = useLoad(listWorkspaces);
  const set = (change: Partial<KeyTerms>) => setTerms((before) => ({ ...before, ...change }));
  const empty = terms.permissions.size === 0;
  const submission = useSubmit(async () => {
    if (apiKey === null) return onCreated(await createApiKey(creationOf(terms)));
    const change = changeOf(apiKey, terms);
    if (Object.keys(change).length > 0) {
      await updateApiKey(apiKey.id, change);
      showToast(`“${terms.name.trim()}” is changed; it holds at once.`);
    }
    onChanged();
  });
  const { messages } = submission;
  // A network that is none is told by its place in the list.
  const networks = messages['allowed_networks'] ?? Object.entries(messages).find(([path]) => /^\d+$/.test(path))?.[1];
  const places =
    workspaces.state === 'ready'
      ? workspaces.value.data.filter((each) => !each.archived || each.id === apiKey?.workspace_id)
      : [];
  return (
    <FormDialog
      title={apiKey === null ? 'New API key' : `Change “${apiKey.name}”`}
      action={apiKey === null ? 'Create the key' : 'Save'}
      submission={submission}
      ready={!empty}
      wide
      onClose={onClose}
      aside={empty && <p class="mr-auto text-danger text-sm">Choose at least one permission.</p>}
    >
      <TextField
        label="Name"
        name="key-name"
        autocomplete="off"
        autofocus
        maxLength={100}
        hint="What uses it, such as “Bookkeeping import”."
        value={terms.name}
        onChange={(name) => set({ name })}
        error={messages['name']}
      />
      <div class="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          label="Only from these networks"
          name="networks"
          autocomplete="off"
          optional
          hint="Such as 203.0.113.0/24, 2001:db8::/32. Empty: from anywhere."
          value={terms.networks}
          onChange={(typed) => set({ networks: typed })}
          error={networks}
        />
        {places.length > 0 && (
          <SelectField
            label="Only in this workspace"
            value={terms.workspaceId}
            options={[['', 'Wherever you reach'], ...places.map((each) => [each.id, each.name] as const)]}
            onChange={(workspaceId) => set({ workspaceId })}
            hint="Such a key sees nothing else of the organization."
          />
        )}
        {apiKey === null && (
          <TextField
            label="Last day"
            name="last-day"
            type="date"
            autocomplete="off"
            optional
            hint="Empty: it works until it is revoked."
            value={terms.lastDay}
            onChange={(lastDay) => set({ lastDay })}
            error={messages['expires_at']}
          />
        )}
      </div>
      <PermissionPicker held={held} chosen={terms.permissions} onChange={(permissions) => set({ permissions })} />
    </FormDialog>
  );
}
