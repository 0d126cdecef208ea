import { useEffect, useState } from 'preact/hooks';
import type { ApiKeyView } from '#core/contract/api-keys';
import { type CreatedApiKey, listApiKeys, revokeApiKey, rotateApiKey } from '../../api/api-keys.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { ListCard } from '../../components/page-list.tsx';
import { Section } from '../../components/section.tsx';
import { mayUse } from '../../state/session.ts';
import { showToast } from '../../state/toasts.ts';
import { type Pages, usePages } from '../../state/use-pages.ts';
import { refreshWorkspaces } from '../../state/workspaces.ts';
import { ApiKeyRow } from './api-key-row.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { KeySecretDialog } from './key-secret-dialog.tsx';
import { KeyUsageDialog } from './key-usage-dialog.tsx';

type Opened =
  | { readonly kind: 'new' }
  | { readonly kind: 'usage' | 'edit' | 'rotate' | 'revoke'; readonly key: ApiKeyView }
  | { readonly kind: 'secret'; readonly key: CreatedApiKey; readonly replaced: ApiKeyView | null }
  | null;

export function ApiKeysSection({ mayManage }: { readonly mayManage: boolean }) {
  const pages = usePages(listApiKeys);
  const [opened, setOpened] = useState<Opened>(null);
  useEffect(() => void refreshWorkspaces(), []);
  const close = () => setOpened(null);
  const done = () => {
    close();
    pages.reload();
  };
  const show = (key: CreatedApiKey, replaced: ApiKeyView | null) => {
    setOpened({ kind: 'secret', key, replaced });
    pages.reload();
  };
  return (
    <Section
      title="API keys"
      action={
        mayManage && (
          <button type="button" class="button" onClick={() => setOpened({ kind: 'new' })}>
            <Icon name="plus" /> New API key
          </button>
        )
      }
    >
      <ListCard
        pages={pages}
        what="the keys"
        empty={{
          icon: 'key',
          title: 'No API keys yet',
          text: 'API keys let programs use the API on behalf of this organization.',
        }}
      >
        {(key) => (
          <ApiKeyRow
            key={key.id}
            apiKey={key}
            // Editing or rotating a key requires all of its permissions.
            manageable={mayManage && key.permissions.every(mayUse)}
            mayRevoke={mayManage}
            onOpen={(kind) => setOpened({ kind, key })}
          />
        )}
      </ListCard>
      {(opened?.kind === 'new' || opened?.kind === 'edit') && (
        <KeyDialog
          apiKey={opened.kind === 'edit' ? opened.key : null}
          onCreated={(key) => show(key, null)}
          onChanged={done}
          onClose={close}
        />
      )}
      {opened?.kind === 'usage' && <KeyUsageDialog apiKey={opened.key} onClose={close} />}
      {opened?.kind === 'secret' && (
        <KeySecretDialog apiKey={opened.key} replaced={endOf(opened.replaced, pages.list)} onClose={close} />
      )}
      {opened?.kind === 'rotate' && (
        <ConfirmDialog
          title={`Rotate “${opened.key.name}”?`}
          action="Rotate"
          onClose={close}
          onConfirm={async () => show(await rotateApiKey(opened.key.id), opened.key)}
        >
          <p>
            This creates a key with a new secret and the same name, permissions and restrictions. The old secret keeps
            working for a while, so that you can switch programs over one by one.
          </p>
        </ConfirmDialog>
      )}
      {opened?.kind === 'revoke' && (
        <ConfirmDialog
          title={`Revoke “${opened.key.name}”?`}
          action="Revoke"
          onClose={close}
          onConfirm={async () => {
            await revokeApiKey(opened.key.id);
            showToast(`“${opened.key.name}” revoked.`);
            done();
          }}
        >
          <p>
            Requests with <code class="font-mono">{opened.key.prefix}…</code> will be refused immediately. This cannot
            be undone.
          </p>
        </ConfirmDialog>
      )}
    </Section>
  );
}

/** When a rotated key expires, from the reloaded list. */
function endOf(replaced: ApiKeyView | null, list: Pages<ApiKeyView>['list']) {
  if (replaced === null || list.state !== 'ready') return null;
  const until = list.value.data.find(({ id }) => id === replaced.id)?.expires_at ?? null;
  return until === null ? null : { prefix: replaced.prefix, until };
}
