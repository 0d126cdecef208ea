import type { RoleView } from '#core/contract/roles';
import { INPUT_LIMITS } from '#core/domain/input-limits';
import type { Permission } from '#core/domain/permissions';
import { createRole, deleteRole, updateRole } from '../../api/people.ts';
import { NameField } from '../../components/account-fields.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { PermissionPicker } from '../../components/permission-picker.tsx';
import { session } from '../../state/session.ts';
import { showToast } from '../../state/toasts.ts';
import { useForm } from '../../state/use-form.ts';
import { useSubmit } from '../../state/use-submit.ts';

export interface RoleDialogProps {
  /** Null to create one. */
  readonly role: RoleView | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

interface RoleValues {
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
}

/** Creates or edits a custom role. Its permissions are limited to those of the editor. */
export function RoleDialog({ role, onDone, onClose }: RoleDialogProps) {
  const now = session.value;
  const held: readonly Permission[] = now.state === 'signed-in' ? now.identity.permissions : [];
  const form = useForm<RoleValues>({
    start: { name: role?.name ?? '', permissions: new Set(role?.permissions ?? []) },
    submit: async ({ name, permissions }) => {
      const body = { name: name.trim(), permissions: held.filter((each) => permissions.has(each)) };
      await (role === null ? createRole(body) : updateRole(role.id, body));
      showToast(
        role === null ? `Role “${body.name}” created.` : `Role “${body.name}” updated. The changes apply immediately.`,
      );
      onDone();
    },
  });
  const chosen = form.values.permissions;
  const empty = chosen.size === 0;
  const removal = useSubmit(async () => {
    if (role === null) return;
    await deleteRole(role.id);
    showToast(`Role “${role.name}” deleted.`);
    onDone();
  });
  return (
    <FormDialog
      title={role === null ? 'New role' : `Edit “${role.name}”`}
      action={role === null ? 'Create' : 'Save'}
      form={{ ...form, failure: form.failure ?? removal.failure }}
      ready={!empty}
      wide
      onClose={onClose}
      aside={
        <>
          {empty && <p class="mr-auto text-danger text-sm">Choose at least one permission.</p>}
          {role !== null && (
            <button type="button" class="button button-danger mr-auto" onClick={removal.submit}>
              Delete role
            </button>
          )}
        </>
      }
    >
      <NameField {...form.field('name')} autofocus maxLength={INPUT_LIMITS.roleName} />
      <PermissionPicker held={held} chosen={chosen} onChange={(permissions) => form.set({ permissions })} />
    </FormDialog>
  );
}
