import { useState } from 'preact/hooks';
import type { LinkedIdentityView, SignInOptions } from '#core/contract/providers';
import { beginLinkingAt, listLinkedIdentities, readSignInOptions, unlinkIdentity } from '../../api/providers.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { formatAge } from '../../formatting/dates.ts';
import { showFailure } from '../../state/toasts.ts';
import { useLoad } from '../../state/use-load.ts';
import { ActionRow } from './action-row.tsx';

interface Links {
  readonly identities: readonly LinkedIdentityView[];
  readonly providers: SignInOptions['providers'];
}

const loadLinks = async (signal: AbortSignal): Promise<Links> => {
  const [{ data }, { providers }] = await Promise.all([listLinkedIdentities(signal), readSignInOptions(signal)]);
  return { identities: data, providers };
};

const link = (providerId: string) =>
  void beginLinkingAt(providerId, '/settings').then((address) => location.assign(address), showFailure);

/** The accounts elsewhere that open this one. Nothing where the deployment knows no provider and none is linked. */
export function LinkedAccountsSection() {
  const [links, reload] = useLoad(loadLinks);
  const [leaving, setLeaving] = useState<LinkedIdentityView | null>(null);
  if (links.state === 'loading') return null;
  if (links.state === 'failed') return <FailurePanel failure={links.failure} onRetry={reload} />;
  const { identities, providers } = links.value;
  if (identities.length === 0 && providers.length === 0) return null;
  const unlinked = providers.filter(({ id }) => identities.every((each) => each.provider.id !== id));
  return (
    <Section title="Linked accounts">
      <ul class="card">
        {identities.map((each) => (
          <ActionRow
            key={each.id}
            name={each.provider.name}
            detail={detailOf(each)}
            actions={[{ label: 'Unlink', run: () => setLeaving(each) }]}
          />
        ))}
        {unlinked.map(({ id, name }) => (
          <ActionRow key={id} name={name} detail="Not linked" actions={[{ label: 'Link', run: () => link(id) }]} />
        ))}
      </ul>
      {leaving && (
        <ConfirmDialog
          title={`Unlink ${leaving.provider.name}`}
          action="Unlink"
          onClose={() => setLeaving(null)}
          onConfirm={async () => {
            await unlinkIdentity(leaving.id);
            setLeaving(null);
            reload();
          }}
        >
          <p>{leaving.email ?? 'The account there'} will no longer sign you in here.</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}

function detailOf({ email, last_used_at: used }: LinkedIdentityView): string {
  const when = used === null ? 'not used yet' : `last used ${formatAge(used, Date.now())}`;
  return email === null ? when : `${email} · ${when}`;
}
