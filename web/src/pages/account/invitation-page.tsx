import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { SignInOptions } from '#core/contract/providers';
import { acceptInvitation, previewInvitation } from '../../api/account.ts';
import { readSignInOptions } from '../../api/providers.ts';
import { AuthForm } from '../../components/auth-form.tsx';
import { AuthLayout } from '../../components/auth-layout.tsx';
import { BrandMark } from '../../components/brand-mark.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { MissingLink } from '../../components/missing-link.tsx';
import { ProviderButtons } from '../../components/provider-buttons.tsx';
import { forgetInvitation, openInvitation } from '../../state/invitation-token.ts';
import { loadSession, session, signOut, startSession } from '../../state/session.ts';
import { showFailure } from '../../state/toasts.ts';
import { type Loaded, useLoad } from '../../state/use-load.ts';
import { useSubmit } from '../../state/use-submit.ts';
import { useTitle } from '../../state/use-title.ts';
import { JoinForm } from './join-form.tsx';

export function InvitationPage() {
  useTitle('Invitation');
  const [token] = useState(() => openInvitation(location.hash, sessionStorage));
  if (token === '')
    return (
      <MissingLink
        title="This link is not complete"
        text="Open the invitation with the button in the e-mail that you received. If that does not work, ask the person who invited you to send it again."
      />
    );
  return <Invitation token={token} />;
}

function Invitation({ token }: { readonly token: string }) {
  const [invitation, reload] = useLoad((signal) => previewInvitation(token, signal));
  const [options] = useLoad(readSignInOptions);
  const [sessionFailure, setSessionFailure] = useState<unknown>(null);
  const { state } = session.value;
  useEffect(() => {
    if (state === 'unknown') loadSession().catch(setSessionFailure);
  }, [state]);
  if (invitation.state === 'loading') return <div aria-busy="true" class="h-full" />;
  if (invitation.state === 'failed') return <FailurePanel failure={invitation.failure} onRetry={reload} />;
  const { organization_name: name, email, role_name: role, has_account: known, branding } = invitation.value;
  return (
    <AuthLayout title={`Join ${name}`}>
      <div class="mb-5">
        <BrandMark name={name} branding={branding} />
      </div>
      <p class="mb-5 text-ink-soft">
        You are invited to join as <strong class="font-semibold text-ink">{role}</strong> with the address{' '}
        <strong class="break-words font-semibold text-ink">{email}</strong>.
      </p>
      <FormFailure failure={sessionFailure} />
      {state === 'signed-in' ? (
        <AcceptForm token={token} />
      ) : known ? (
        <SignInFirst options={options} />
      ) : (
        <JoinForm token={token} options={options} />
      )}
    </AuthLayout>
  );
}

/** The address has an account: signing in with it leads back here. */
function SignInFirst({ options }: { readonly options: Loaded<SignInOptions> }) {
  return (
    <div class="flex flex-col gap-4">
      <p>You already have an account with this address. Sign in, then accept the invitation.</p>
      <a class="button button-primary min-h-11" href="/login?next=%2Finvitation">
        Sign in
      </a>
      <ProviderButtons options={options} returnTo="/invitation" />
    </div>
  );
}

function AcceptForm({ token }: { readonly token: string }) {
  const { route } = useLocation();
  const now = session.value;
  const form = useSubmit(async () => {
    const answer = await acceptInvitation(token);
    forgetInvitation(sessionStorage);
    startSession(answer);
    route('/documents', true);
  });
  return (
    <AuthForm
      form={form}
      action="Accept the invitation"
      busyAction="Joining…"
      footer={
        now.state === 'signed-in' && (
          <p class="text-ink-soft text-sm">
            You are signed in as <span class="break-words">{now.identity.user.email}</span>.{' '}
            <button type="button" class="link cursor-pointer" onClick={() => void signOut().catch(showFailure)}>
              Use another account
            </button>
          </p>
        )
      }
    />
  );
}
