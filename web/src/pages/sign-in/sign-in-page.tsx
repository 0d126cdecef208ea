import { useLayoutEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { SignInAnswer } from '#core/contract/identity';
import type { WithoutOrganization } from '../../api/identity.ts';
import { readSignInOptions } from '../../api/providers.ts';
import type { PendingStep } from '../../api/second-factors.ts';
import { AuthLayout } from '../../components/auth-layout.tsx';
import { NoOrganization } from '../../components/no-organization.tsx';
import { ProviderRefusal } from '../../components/provider-refusal.tsx';
import { SecondStep } from '../../components/second-step.tsx';
import { pageAfterSignIn } from '../../state/after-sign-in.ts';
import { takeProviderReturn } from '../../state/provider-return.ts';
import { startSession } from '../../state/session.ts';
import { useLoad } from '../../state/use-load.ts';
import { useTitle } from '../../state/use-title.ts';
import { SignInForm } from './sign-in-form.tsx';

export function SignInPage() {
  useTitle('Sign in');
  const { query, route } = useLocation();
  const [back] = useState(() => takeProviderReturn(location.hash, sessionStorage));
  const [pending, setPending] = useState<PendingStep | null>(back?.kind === 'one-more-step' ? back.pending : null);
  const [waiting, setWaiting] = useState<WithoutOrganization | null>(
    back?.kind === 'no-organization' ? back.waiting : null,
  );
  const [options] = useLoad(readSignInOptions);
  // Once an invitation has been accepted here, its page no longer exists.
  const [joined, setJoined] = useState(false);
  const wanted = back && 'returnTo' in back ? back.returnTo : query['next'];
  const next = pageAfterSignIn(joined ? undefined : wanted);

  // The fragment holds single-use tokens: remove it before the first paint, so that neither history nor bookmarks keep it.
  useLayoutEffect(() => {
    if (back) history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  }, [back]);

  const proceed = (answer: SignInAnswer, to = next) => {
    setWaiting(null);
    setPending('mfa_required' in answer ? answer : null);
    if ('mfa_required' in answer) return;
    if ('organization_required' in answer) return setWaiting(answer);
    startSession(answer);
    route(to, true);
  };

  if (waiting)
    return (
      <AuthLayout title="No organization yet">
        <NoOrganization
          waiting={waiting}
          onJoined={(answer) => {
            setJoined(true);
            proceed(answer, pageAfterSignIn(undefined));
          }}
        />
      </AuthLayout>
    );
  if (pending)
    return (
      <AuthLayout title={pending.setup_required ? 'Set up a second factor' : 'Verify your identity'}>
        <SecondStep pending={pending} onDone={proceed} />
      </AuthLayout>
    );
  return (
    <AuthLayout title="Sign in">
      {back?.kind === 'refused' && (
        <div class="mb-4">
          <ProviderRefusal code={back.code} />
        </div>
      )}
      <SignInForm options={options} next={next} wanted={query['next']} onAnswer={proceed} />
    </AuthLayout>
  );
}
