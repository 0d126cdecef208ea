import type { ApiKeyView } from '#core/contract/api-keys';
import type { Permission } from '#core/domain/permissions';
import { type CreatedApiKey, createApiKey, updateApiKey } from '../../api/api-keys.ts';
import { listAllWorkspaces } from '../../api/workspaces.ts';
import { NameField } from '../../components/account-fields.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { PermissionPicker } from '../../components/permission-picker.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { session } from '../../state/session.ts';
import { showToast } from '../../state/toasts.ts';
import { useForm } from '../../state/use-form.ts';
import { useLoad } from '../../state/use-load.ts';
import { changeOf, creationOf, newTerms, termsOf } from './key-terms.ts';

export interface KeyDialogProps {
  /** Null to create one. */
  readonly apiKey: ApiKeyView | null;
  readonly onCreated: (key: CreatedApiKey) => void;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** Name, permissions, networks and workspace of an API key; its expiry can be set on creation only. */
export function KeyDialog({ apiKey, onCreated, onChanged, onClose }: KeyDialogProps) {
  const now = session.value;
  const held: readonly Permission[] = now.state === 'signed-in' ? now.identity.permissions : [];
  const [workspaces] = useLoad(listAllWorkspaces);
  const form = useForm({
    start: apiKey === null ? newTerms(held) : termsOf(apiKey),
    submit: async (terms) => {
      if (apiKey === null) return onCreated(await createApiKey(creationOf(terms)));
      const change = changeOf(apiKey, terms);
      if (Object.keys(change).length > 0) {
        await updateApiKey(apiKey.id, change);
        showToast(`“${terms.name.trim()}” updated. The changes apply immediately.`);
      }
      onChanged();
    },
  });
  const { permissions } = form.values;
  const empty = permissions.size === 0;
  const offered =
    workspaces.state === 'ready'
      ? workspaces.value.filter((each) => !each.archived || each.id === apiKey?.workspace_id)
      : [];
  return (
    <FormDialog
      title={apiKey === null ? 'New API key' : `Edit “${apiKey.name}”`}
      action={apiKey === null ? 'Create API key' : 'Save'}
      form={form}
      ready={!empty}
      wide
      onClose={onClose}
      aside={empty && <p class="mr-auto text-danger text-sm">Choose at least one permission.</p>}
    >
      <NameField {...form.field('name')} autofocus hint="What will use it, such as “Accounting import”." />
      <div class="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          label="Allowed networks"
          optional
          hint="Such as 203.0.113.0/24, 2001:db8::/32. Leave empty to allow any."
          {...form.field('allowed_networks')}
        />
        {offered.length > 0 && (
          <SelectField
            label="Restrict to workspace"
            options={[['', 'No restriction'], ...offered.map((each) => [each.id, each.name] as const)]}
            hint="The key can access nothing outside the workspace."
            {...form.field('workspace_id')}
          />
        )}
        {apiKey === null && (
          <TextField
            label="Last day"
            type="date"
            optional
            hint="Leave empty for a key that does not expire."
            {...form.field('expires_at')}
          />
        )}
      </div>
      <PermissionPicker held={held} chosen={permissions} onChange={(chosen) => form.set({ permissions: chosen })} />
    </FormDialog>
  );
}
