import { useState } from 'preact/hooks';
import type { ApiKeyView } from '#core/contract/api-keys';
import { revokeApiKey } from '../../api/api-keys.ts';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { Icon } from '../../components/icon.tsx';
import { showToast } from '../../state/toasts.ts';
import { ApiKeyRow } from './api-key-row.tsx';
import { CreateKeyDialog } from './create-key-dialog.tsx';
import { KeyUsageDialog } from './key-usage-dialog.tsx';
import { useApiKeys } from './use-api-keys.ts';

export function ApiKeysSection({ mayManage }: { readonly mayManage: boolean }) {
  const { list, reload, loadMore } = useApiKeys();
  const [creating, setCreating] = useState(false);
  const [shown, setShown] = useState<ApiKeyView | null>(null);
  const [revoking, setRevoking] = useState<ApiKeyView | null>(null);
  return (
    <section aria-labelledby="api-keys">
      <div class="mb-3 flex items-center justify-between gap-4">
        <h2 id="api-keys" class="font-semibold text-lg">
          API keys
        </h2>
        {mayManage && (
          <button type="button" class="button" onClick={() => setCreating(true)}>
            <Icon name="plus" /> New key
          </button>
        )}
      </div>
      <div class="card">
        {list.state === 'loading' && (
          <div class="flex flex-col gap-4 p-5" role="status" aria-label="Loading the keys">
            <div class="skeleton h-5" />
            <div class="skeleton h-5" />
          </div>
        )}
        {list.state === 'failed' && <FailurePanel failure={list.failure} onRetry={reload} />}
        {list.state === 'ready' && list.keys.length === 0 && (
          <EmptyState
            icon="key"
            title="No keys yet"
            text="A key lets a program use the API in the name of this organization."
          />
        )}
        {list.state === 'ready' && list.keys.length > 0 && (
          <ul>
            {list.keys.map((key) => (
              <ApiKeyRow
                key={key.id}
                apiKey={key}
                onRevoke={mayManage ? () => setRevoking(key) : null}
                onUsage={() => setShown(key)}
              />
            ))}
          </ul>
        )}
        {list.state === 'ready' && list.nextCursor !== null && (
          <div class="flex justify-center p-3">
            <button type="button" class="button" onClick={loadMore}>
              Load more
            </button>
          </div>
        )}
      </div>
      {creating && <CreateKeyDialog onCreated={reload} onClose={() => setCreating(false)} />}
      {shown && <KeyUsageDialog apiKey={shown} onClose={() => setShown(null)} />}
      {revoking && (
        <RevokeDialog
          apiKey={revoking}
          onClose={() => setRevoking(null)}
          onRevoked={() => {
            setRevoking(null);
            showToast(`“${revoking.name}” is revoked.`);
            reload();
          }}
        />
      )}
    </section>
  );
}

interface RevokeDialogProps {
  readonly apiKey: ApiKeyView;
  readonly onRevoked: () => void;
  readonly onClose: () => void;
}

function RevokeDialog({ apiKey, onRevoked, onClose }: RevokeDialogProps) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const revoke = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await revokeApiKey(apiKey.id);
      onRevoked();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={`Revoke “${apiKey.name}”?`} onClose={onClose}>
      <div class="flex flex-col gap-4">
        <FormFailure failure={failure} />
        <p>
          Programs that use <code class="font-mono">{apiKey.prefix}…</code> are refused from now on. This cannot be
          undone.
        </p>
        <div class="flex justify-end gap-2">
          <button type="button" class="button" onClick={onClose}>
            Keep it
          </button>
          <button type="button" class="button button-danger" aria-disabled={busy} onClick={() => void revoke()}>
            Revoke the key
          </button>
        </div>
      </div>
    </Dialog>
  );
}
