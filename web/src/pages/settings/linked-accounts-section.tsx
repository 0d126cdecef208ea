import { useState } from 'preact/hooks';
import type { MfaStatus } from '#core/contract/mfa';
import type { LinkedIdentityView, SignInOptions } from '#core/contract/providers';
import { listLinkedIdentities, readSignInOptions } from '../../api/providers.ts';
import { readMfaStatus } from '../../api/second-factors.ts';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { formatAge } from '../../formatting/dates.ts';
import { useLoad } from '../../state/use-load.ts';
import { ActionRow } from './action-row.tsx';
import { type LinkChange, LinkedAccountDialog } from './linked-account-dialog.tsx';

interface Links {
  readonly identities: readonly LinkedIdentityView[];
  readonly providers: SignInOptions['providers'];
  /** Decides which proof of identity a change requires. */
  readonly status: MfaStatus;
}

const loadLinks = async (signal: AbortSignal): Promise<Links> => {
  const [{ data }, { providers }, status] = await Promise.all([
    listLinkedIdentities(signal),
    readSignInOptions(signal),
    readMfaStatus(signal),
  ]);
  return { identities: data, providers, status };
};

/** Accounts at identity providers that sign in to this one. Hidden where there are no providers and no links. */
export function LinkedAccountsSection() {
  const [links, reload] = useLoad(loadLinks);
  const [change, setChange] = useState<LinkChange | null>(null);
  if (links.state === 'loading') return null;
  if (links.state === 'failed') return <FailurePanel failure={links.failure} onRetry={reload} />;
  const { identities, providers, status } = links.value;
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
            actions={[{ label: 'Unlink', run: () => setChange({ kind: 'unlink', ...each }) }]}
          />
        ))}
        {unlinked.map((provider) => (
          <ActionRow
            key={provider.id}
            name={provider.name}
            detail="Not linked"
            actions={[{ label: 'Link', run: () => setChange({ kind: 'link', provider }) }]}
          />
        ))}
      </ul>
      {change && (
        <LinkedAccountDialog
          change={change}
          status={status}
          onClose={() => setChange(null)}
          onUnlinked={() => {
            setChange(null);
            reload();
          }}
        />
      )}
    </Section>
  );
}

function detailOf({ email, last_used_at: used }: LinkedIdentityView): string {
  const when = used === null ? 'not used yet' : `last used ${formatAge(used, Date.now())}`;
  return email === null ? when : `${email} · ${when}`;
}
